package dev.gatehouse.launcher.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.CharArrayWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.catalina.valves.AbstractAccessLogValve;

/**
 * Logs one line per request in the combined format of Apache httpd.
 *
 * <p>Each line is one write to a file opened for appending: no lock, no buffer that dies with the
 * process, and a file that was renamed away is written on until the next start.
 */
public final class AccessLog extends AbstractAccessLogValve {

    /** The name that stands for the standard output stream. */
    public static final String STANDARD_OUTPUT = "-";

    private final OutputStream out;

    private AccessLog(OutputStream out) {
        this.out = out;
        setPattern("combined");
    }

    /**
     * Opens a log.
     *
     * @param file the file to append to, or {@link #STANDARD_OUTPUT}
     * @throws LaunchException if it cannot be written
     */
    public static AccessLog open(String file) throws LaunchException {
        if (file.equals(STANDARD_OUTPUT)) {
            return new AccessLog(new FileOutputStream(FileDescriptor.out));
        }
        try {
            return new AccessLog(new FileOutputStream(file, true));
        } catch (IOException e) {
            throw new LaunchException("cannot write the access log: " + e.getMessage(), e);
        }
    }

    @Override
    protected void log(CharArrayWriter line) {
        try {
            out.write(line.append('\n').toString().getBytes(UTF_8));
        } catch (IOException e) {
            container.getLogger().warn("cannot write the access log", e);
        }
    }
}
