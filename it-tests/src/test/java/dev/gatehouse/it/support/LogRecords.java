package dev.gatehouse.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Gatehouse logs while a test runs; containers log elsewhere. Thread-safe. */
public final class LogRecords extends Handler {

    private static final Logger GATEHOUSE = Logger.getLogger("dev.gatehouse");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private volatile int expected;

    /** Begins to listen. */
    public LogRecords() {
        setLevel(Level.ALL);
        GATEHOUSE.setLevel(Level.ALL);
        GATEHOUSE.addHandler(this);
    }

    /** Waits for a record and checks that there is no other. */
    public LogRecord only() throws Exception {
        expected = 1;
        Await.until("a log record", () -> !records.isEmpty());
        assertThat(records).as("log records: %s", texts()).hasSize(1);
        return records.get(0);
    }

    /** Waits for a record that contains a text, and returns its message. */
    public String await(String text) throws Exception {
        Await.until(text + " in the log", () -> with(text).isPresent());
        return with(text).orElseThrow();
    }

    private Optional<String> with(String text) {
        return records.stream()
                .map(LogRecord::getMessage)
                .filter(message -> message.contains(text))
                .findFirst();
    }

    /** Expects one record, or none where the container answers before Gatehouse is asked. */
    public void expectAtMostOne() {
        expected = 1;
    }

    /** Expects any number of records, from a test that makes many requests. */
    public void expectAny() {
        expected = Integer.MAX_VALUE;
    }

    /** Checks that nothing was logged that a test has not looked at. */
    public void expectNothingElse() {
        assertThat(records).as("log records: %s", texts()).hasSizeLessThanOrEqualTo(expected);
    }

    private List<String> texts() {
        return records.stream().map(r -> r.getLevel() + " " + r.getMessage()).toList();
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
    }
}
