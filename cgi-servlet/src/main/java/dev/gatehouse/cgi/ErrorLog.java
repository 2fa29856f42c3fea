package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.process.ErrorSink;
import java.lang.System.Logger.Level;
import java.util.regex.Pattern;

/**
 * Logs what one script writes to stderr: whole lines, several to a record, and of a flood only as
 * much as the rate allows.
 */
final class ErrorLog implements ErrorSink {

    private static final int LONGEST_RECORD = 8 * 1024;

    /** Escape sequences would be carried out by the terminal that shows the log. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final System.Logger log;
    private final RateLimit rate;
    private final Script script;
    private final Transcript transcript;
    private final StringBuilder text = new StringBuilder();
    private long dropped;

    /**
     * The log of one run.
     *
     * @param rate what all scripts share
     */
    ErrorLog(System.Logger log, RateLimit rate, Script script, Transcript transcript) {
        this.log = log;
        this.rate = rate;
        this.script = script;
        this.transcript = transcript;
    }

    @Override
    public void accept(byte[] bytes, long droppedBefore) {
        transcript.stderr(bytes, 0, bytes.length);
        int allowed = rate.take(bytes.length);
        dropped += droppedBefore + bytes.length - allowed;
        text.append(new String(bytes, 0, allowed, UTF_8));
        int end = text.lastIndexOf("\n");
        if (end >= 0 || text.length() >= LONGEST_RECORD) {
            int length = end < 0 ? text.length() : end + 1;
            log(text.substring(0, length));
            text.delete(0, length);
        }
    }

    /** Logs what did not end with a line. */
    void end() {
        log(text.toString());
        text.setLength(0);
        if (dropped > 0) {
            log.log(
                    Level.WARNING,
                    "script {0} wrote {1} bytes to stderr that are not logged; stderrRate says how much is",
                    script.file(),
                    Long.toString(dropped));
        }
    }

    private void log(String lines) {
        String shown = CONTROL.matcher(lines.stripTrailing()).replaceAll("?");
        for (int start = 0; start < shown.length(); start += LONGEST_RECORD) {
            int end = Math.min(shown.length(), start + LONGEST_RECORD);
            log.log(Level.WARNING, "script {0}: {1}", script.file(), shown.substring(start, end));
        }
    }
}
