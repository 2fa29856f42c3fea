package dev.gatehouse.it.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * What containers complain of while a test runs: Tomcat's JULI, Jetty's SLF4J and Undertow's JBoss
 * Logging all end in the loggers of the JDK. What Gatehouse logs is left to {@link LogRecords}.
 * Thread-safe.
 */
public final class ContainerRecords extends Handler {

    private static final Logger ROOT = Logger.getLogger("");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    /** Begins to listen. */
    public ContainerRecords() {
        setLevel(Level.WARNING);
        ROOT.addHandler(this);
    }

    /** Checks that there was neither a warning nor an error. */
    public void expectNoComplaint() {
        assertThat(records.stream().map(new SimpleFormatter()::format).toList())
                .as("what the container logged")
                .isEmpty();
    }

    @Override
    public void publish(LogRecord entry) {
        if (isLoggable(entry)
                && !String.valueOf(entry.getLoggerName()).startsWith("dev.gatehouse")) {
            records.add(entry);
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    /** Stops listening. */
    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
