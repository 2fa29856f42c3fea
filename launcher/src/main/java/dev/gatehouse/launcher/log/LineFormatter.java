package dev.gatehouse.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * One line per record, and a stack trace below it if there is one:
 *
 * <pre>
 * 2026-01-31 12:00:00.123 WARNING dev.gatehouse.cgi: no answer in 60 s
 * </pre>
 */
final class LineFormatter extends Formatter {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");

    @Override
    public String format(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(
                        TIME.format(
                                LocalDateTime.ofInstant(
                                        entry.getInstant(), ZoneId.systemDefault())))
                .append(' ')
                .append(entry.getLevel().getName())
                .append(' ')
                .append(entry.getLoggerName())
                .append(": ")
                .append(formatMessage(entry))
                .append(System.lineSeparator());
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
