package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger.Level;

/** What an application says, as records of its own logger. Thread-safe. */
final class ApplicationLog {

    private static final int LONGEST = 8 * 1024 * 1024;

    private final String prefix;
    private final System.Logger log;

    ApplicationLog(String application) {
        // Tomcat shows the class that logs, and not the name of the logger.
        this.prefix = "[" + application + "] ";
        this.log = System.getLogger("dev.gatehouse.application." + application);
    }

    /**
     * Takes a LOG frame whose payload is still in the reader.
     *
     * @return its level
     */
    Level record(FrameReader frame, LastLines lastLines) throws IOException {
        byte[] payload = frame.payload(LONGEST);
        Level level =
                switch (payload.length == 0 ? 0 : payload[0]) {
                    case 1 -> Level.DEBUG;
                    case 2 -> Level.INFO;
                    case 4 -> Level.ERROR;
                    default -> Level.WARNING;
                };
        String text = new String(payload, 1, Math.max(0, payload.length - 1), UTF_8);
        if (level.compareTo(Level.WARNING) >= 0) {
            lastLines.add(text);
        }
        log.log(level, prefix + text);
        return level;
    }

    /** Takes what came past Python's own streams. */
    void output(String text) {
        log.log(Level.WARNING, prefix + text);
    }
}
