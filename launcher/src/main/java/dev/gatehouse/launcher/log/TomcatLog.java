package dev.gatehouse.launcher.log;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Holds back what Tomcat logs while it starts: if it fails, one line will say why, instead of the
 * stack traces that go with it.
 */
public final class TomcatLog extends Handler {

    /** Held here: java.util.logging forgets a logger, and its level, that nobody refers to. */
    static final Logger LOGGER = Logger.getLogger("org.apache");

    private final Queue<LogRecord> records = new ConcurrentLinkedQueue<>();

    private TomcatLog() {}

    /** Holds back records from now on, unless the user has a logging configuration of his own. */
    public static TomcatLog hold() {
        TomcatLog held = new TomcatLog();
        if (!Logging.isConfiguredByUser()) {
            LOGGER.setUseParentHandlers(false);
            LOGGER.addHandler(held);
        }
        return held;
    }

    /** Logs what was held back, and holds nothing back any more. */
    public void release() {
        LOGGER.removeHandler(this);
        LOGGER.setUseParentHandlers(true);
        records.forEach(LOGGER::log);
        records.clear();
    }

    /** What went wrong first, in one line: the innermost cause, if there is one. */
    public Optional<String> firstFailure() {
        return records.stream()
                .filter(entry -> entry.getThrown() != null)
                .findFirst()
                .map(entry -> RootCause.of(entry.getThrown()).toString())
                .or(() -> records.stream().findFirst().map(new SimpleFormatter()::formatMessage));
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
