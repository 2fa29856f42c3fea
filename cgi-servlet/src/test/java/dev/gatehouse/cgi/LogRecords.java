package dev.gatehouse.cgi;

import java.text.MessageFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What Gatehouse logs while this is open. */
final class LogRecords extends Handler implements AutoCloseable {

    // Kept here: the logging system itself holds it weakly.
    private final Logger logger = Logger.getLogger("dev.gatehouse");
    private final Queue<String> messages = new ConcurrentLinkedQueue<>();

    LogRecords() {
        logger.addHandler(this);
    }

    /** The messages so far. */
    List<String> messages() {
        return List.copyOf(messages);
    }

    /** All of them as one text. */
    String text() {
        return String.join("\n", messages);
    }

    @Override
    public void publish(LogRecord record) {
        messages.add(
                record.getParameters() == null
                        ? record.getMessage()
                        : MessageFormat.format(record.getMessage(), record.getParameters()));
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
