package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.NativeStrings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * A file with all there is to know of scripts that failed, in the manner of Apache's ScriptLog.
 * Only its owner may read it. Thread-safe: a record is one write at the end of the file.
 */
final class ScriptLog {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.cgi");

    private static final Pattern SENSITIVE =
            Pattern.compile(
                    "AUTHORIZATION|COOKIE|CREDENTIAL|KEY|PASSW|SECRET|SESSION|TOKEN",
                    Pattern.CASE_INSENSITIVE);

    /** Of two records that fit, both may not. */
    private final ReentrantLock lock = new ReentrantLock();

    private final Path file;
    private final long limit;
    private final int bytesOfEachStream;

    /**
     * A log.
     *
     * @param limit how large the file may grow
     * @param bytesOfEachStream how much of stdin, stdout and stderr is recorded
     */
    ScriptLog(Path file, long limit, int bytesOfEachStream) {
        this.file = file;
        this.limit = limit;
        this.bytesOfEachStream = bytesOfEachStream;
    }

    /**
     * The log that the parameters ask for.
     *
     * @throws DeploymentException if its file cannot be written
     */
    static Optional<ScriptLog> of(Settings settings) {
        String name = settings.get(CgiSettings.SCRIPT_LOG);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Path file = ScriptNames.path(NativeStrings.ofUtf8(name)).toAbsolutePath();
        boolean writable =
                Files.exists(file)
                        ? Files.isWritable(file) && !Files.isDirectory(file)
                        : Files.isDirectory(file.getParent()) && Files.isWritable(file.getParent());
        if (!writable) {
            throw new DeploymentException(
                    "%s must be a file that can be written, in a folder that exists, was \"%s\""
                            .formatted(CgiSettings.SCRIPT_LOG.name(), file));
        }
        return Optional.of(
                new ScriptLog(
                        file,
                        settings.get(CgiSettings.SCRIPT_LOG_SIZE),
                        settings.get(CgiSettings.SCRIPT_LOG_BUFFER)));
    }

    /** An empty transcript of the size that is recorded. */
    Transcript transcript() {
        return new Transcript(bytesOfEachStream);
    }

    /**
     * Records a script that failed.
     *
     * @param variables its environment
     * @param reason what was wrong with it, and how it ended
     */
    void record(
            Script script, Map<String, String> variables, Transcript transcript, String reason) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        section(record, "request");
        line(
                record,
                Instant.now()
                        + " "
                        + variables.get("REQUEST_METHOD")
                        + " "
                        + variables.get("REQUEST_URI"));
        section(record, "script");
        line(record, script.file() + ": " + reason);
        section(record, "environment");
        new TreeMap<>(variables).forEach((name, value) -> line(record, shown(name, value)));
        stream(record, "stdin", transcript.stdin());
        stream(record, "stdout", transcript.stdout());
        stream(record, "stderr", transcript.stderr());
        append(record.toByteArray());
    }

    private void append(byte[] record) {
        lock.lock();
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            if (channel.size() + record.length <= limit) {
                channel.write(ByteBuffer.wrap(record));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "cannot write scriptLog " + file, e);
        } finally {
            lock.unlock();
        }
    }

    private static String shown(String name, String value) {
        return name + '=' + (SENSITIVE.matcher(name).find() ? "(masked)" : value);
    }

    private static void stream(ByteArrayOutputStream record, String name, byte[] bytes) {
        if (bytes.length > 0) {
            section(record, name);
            record.writeBytes(bytes);
            record.write('\n');
        }
    }

    private static void section(ByteArrayOutputStream record, String name) {
        line(record, "%" + name);
    }

    private static void line(ByteArrayOutputStream record, String text) {
        record.writeBytes(text.getBytes(ISO_8859_1));
        record.write('\n');
    }
}
