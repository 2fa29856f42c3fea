package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.process.ErrorSink;
import java.util.function.Consumer;

/**
 * Makes log records of what a worker writes to descriptors 1 and 2 themselves: crash reports,
 * output of C code and of child programs. The lines that come together are one record. Used by one
 * thread at a time.
 */
final class ErrorOutput implements ErrorSink {

    private static final int LONGEST_LINE = 8 * 1024;

    private final Consumer<String> records;
    private final StringBuilder unfinished = new StringBuilder();

    ErrorOutput(Consumer<String> records) {
        this.records = records;
    }

    @Override
    public void accept(byte[] bytes, long dropped) {
        if (dropped > 0) {
            records.accept("(" + dropped + " bytes of output were lost)");
        }
        unfinished.append(new String(bytes, UTF_8));
        int end = unfinished.lastIndexOf("\n");
        if (end < 0 && unfinished.length() > LONGEST_LINE) {
            end = unfinished.length();
        }
        if (end >= 0) {
            record(unfinished.substring(0, end));
            unfinished.delete(0, Math.min(end + 1, unfinished.length()));
        }
    }

    /** Records a last line without a line end. */
    void end() {
        record(unfinished.toString());
        unfinished.setLength(0);
    }

    private void record(String text) {
        if (!text.isBlank()) {
            records.accept(text.stripTrailing());
        }
    }
}
