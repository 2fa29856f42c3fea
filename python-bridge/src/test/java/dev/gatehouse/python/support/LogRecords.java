package dev.gatehouse.python.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What Gatehouse logs while a test runs. Thread-safe. */
public final class LogRecords extends Handler implements AutoCloseable {

    private static final Logger GATEHOUSE = Logger.getLogger("dev.gatehouse");
    private static final SimpleFormatter FORMATTER = new SimpleFormatter();

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public LogRecords() {
        setLevel(Level.ALL);
        GATEHOUSE.setLevel(Level.ALL);
        GATEHOUSE.setUseParentHandlers(false);
        GATEHOUSE.addHandler(this);
    }

    /** All records as {@code LEVEL message}. */
    public List<String> all() {
        return records.stream()
                .map(each -> each.getLevel() + " " + FORMATTER.formatMessage(each))
                .toList();
    }

    /** The records that contain a text, as {@code LEVEL message}. */
    public List<String> with(String text) {
        return all().stream().filter(each -> each.contains(text)).toList();
    }

    /** Waits for a record that contains a text, and returns it as {@code LEVEL message}. */
    public String await(String text) throws Exception {
        try {
            Await.until(text + " in the log", () -> !with(text).isEmpty());
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + ", which is:\n" + String.join("\n", all()), e);
        }
        return with(text).get(0);
    }

    @Override
    public void publish(LogRecord entry) {
        records.add(entry);
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    /** Stops listening. */
    @Override
    public void close() {
        GATEHOUSE.removeHandler(this);
        GATEHOUSE.setUseParentHandlers(true);
    }
}
