package dev.gatehouse.servlet;

import java.io.PrintWriter;
import java.io.Writer;

/**
 * {@code wsgi.errors}: text for the log. What was printed up to a flush, or to the end of the
 * request, is one record. The application cannot close it.
 */
final class ErrorsWriter extends PrintWriter {

    private static final int LONGEST_RECORD = 64 * 1024;

    private final Records records;

    ErrorsWriter(System.Logger log) {
        this(new Records(log));
    }

    private ErrorsWriter(Records records) {
        super(records);
        this.records = records;
    }

    /** Logs what was not flushed. */
    @Override
    public void close() {
        // Mostly there is nothing, and the lock of a PrintWriter is not free.
        if (records.text != null) {
            flush();
        }
    }

    private static final class Records extends Writer {

        private final System.Logger log;
        private StringBuilder text;

        Records(System.Logger log) {
            this.log = log;
        }

        @Override
        public void write(char[] chars, int offset, int length) {
            if (text == null) {
                text = new StringBuilder();
            }
            text.append(chars, offset, length);
            if (text.length() > LONGEST_RECORD) {
                flush();
            }
        }

        @Override
        public void flush() {
            if (text != null) {
                String record = text.toString().stripTrailing();
                text = null;
                if (!record.isEmpty()) {
                    log.log(System.Logger.Level.WARNING, record);
                }
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
