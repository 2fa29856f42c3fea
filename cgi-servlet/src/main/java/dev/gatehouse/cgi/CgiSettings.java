package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import dev.gatehouse.gateway.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The parameters of CGI applications that Tomcat's CGIServlet does not have, and the table of all.
 */
final class CgiSettings {

    static final Setting<String> SCRIPT_ROOT =
            Setting.text(
                    "scriptRoot",
                    "",
                    "The directory of the host that holds the scripts, in place of cgiPathPrefix;"
                            + " absolute. Scripts there need execute permission, or an"
                            + " interpreter.");

    static final Setting<String> DOCUMENT_ROOT =
            Setting.text(
                    "documentRoot",
                    "",
                    "The directory that DOCUMENT_ROOT and PATH_TRANSLATED mean; absolute. Default:"
                            + " the root of the web application, or scriptRoot.");

    static final Setting<String> INTERPRETERS =
            Setting.text(
                    "interpreter.*",
                    "",
                    "The program, with its arguments, that runs scripts with the suffix that"
                            + " follows \"interpreter.\", for example interpreter.py with the value"
                            + " \"python3 -I\". Words are separated by white space and grouped by"
                            + " quotes; no shell sees them.");

    static final Setting<List<String>> COMMAND_PREFIX =
            Setting.of(
                    "commandPrefix",
                    "words separated by white space, grouped by quotes",
                    "",
                    "A command that stands before that of the script and ends by executing it, for"
                            + " example \"prlimit --cpu=10 --\" or \"setpriv --reuid=www --\".",
                    Words::of);

    static final Setting<SymbolicLinks> SYMBOLIC_LINKS =
            Setting.of(
                    "symbolicLinks",
                    "never, inside or anywhere",
                    "inside",
                    "Whether the way to a script may go through symbolic links: never, if they lead"
                            + " to a place inside the script root, or wherever they lead.",
                    text -> SymbolicLinks.valueOf(constant(text)));

    static final Setting<List<String>> PASS_ENVIRONMENT =
            Setting.of(
                    "passEnvironment",
                    "names separated by commas or white space",
                    "TZ, LD_LIBRARY_PATH",
                    "The environment variables of the JVM that scripts get.",
                    text -> text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+")));

    static final Setting<Boolean> PASS_AUTHORIZATION =
            Setting.flag(
                    "passAuthorization",
                    false,
                    "Whether scripts get the Authorization header, as HTTP_AUTHORIZATION; never"
                            + " once the container itself has authenticated the request.");

    static final Setting<Duration> HEADER_TIMEOUT =
            Setting.duration(
                    "headerTimeout",
                    "60s",
                    "How long a script may take to write its headers, once it has the request body;"
                            + " then 504. 0 for no limit.");

    static final Setting<Duration> IDLE_TIMEOUT =
            Setting.duration(
                    "idleTimeout",
                    "60s",
                    "How long a script may be silent within its response; then the connection is"
                            + " broken and the script ended. 0 for no limit.");

    static final Setting<Duration> TOTAL_TIMEOUT =
            Setting.duration(
                    "totalTimeout",
                    "1h",
                    "How long a script may run; 504 if it has not answered by then. 0 for no"
                            + " limit.");

    static final Setting<Integer> MAX_PROCESSES =
            Setting.number(
                    "maxProcesses",
                    1,
                    100_000,
                    100,
                    "How many scripts may run at a time; further requests wait.");

    static final Setting<Integer> MAX_QUEUE =
            Setting.number(
                    "maxQueue",
                    0,
                    100_000,
                    200,
                    "How many requests may wait for a script to end; 503 for more.");

    static final Setting<Duration> QUEUE_TIMEOUT =
            Setting.duration(
                    "queueTimeout",
                    "10s",
                    "How long a request waits for a script to end; then 503.");

    static final Setting<Long> MAX_HEADER_SIZE =
            Setting.size(
                    "maxHeaderSize",
                    "64K",
                    "How large the header block that a script writes may be; 502 if it is larger.");

    static final Setting<Long> MAX_SPOOL =
            Setting.size(
                    "maxSpool",
                    "4G",
                    "How much space in temporary files the chunked request bodies that are being"
                            + " counted may take together; then 503.");

    static final Setting<Long> STDERR_RATE =
            Setting.size(
                    "stderrRate",
                    "64K",
                    "How many bytes per second that scripts write to stderr are logged; what is"
                            + " over is read, counted and dropped.");

    static final Setting<LocalRedirects> LOCAL_REDIRECT =
            Setting.of(
                    "localRedirect",
                    "forward, client or off",
                    "forward",
                    "What a Location header with a path and nothing else leads to: forward, the"
                            + " container answers with that path, without asking its security"
                            + " constraints again; client, a redirect with status 302; off, 502.",
                    text -> LocalRedirects.valueOf(constant(text)));

    static final Setting<CrashSign> CRASH_SIGN =
            Setting.of(
                    "crashSign",
                    "signal or nonzero",
                    "signal",
                    "How a script ends whose response cannot be trusted to be whole, so that the"
                            + " answer is 502 or a broken connection: by a signal, or also with an"
                            + " exit status other than 0 (which many shell scripts have for no"
                            + " reason, and which is logged anyway).",
                    text -> CrashSign.valueOf(constant(text)));

    static final Setting<String> SCRIPT_LOG =
            Setting.text(
                    "scriptLog",
                    "",
                    "A file that records every script that failed: the request, the environment"
                            + " (with sensitive values masked), the beginning of each stream and"
                            + " the exit status. It holds what users sent: for debugging only.");

    static final Setting<Long> SCRIPT_LOG_SIZE =
            Setting.size(
                    "scriptLogSize", "10M", "How large scriptLog may grow; then recording stops.");

    static final Setting<Integer> SCRIPT_LOG_BUFFER =
            Setting.number(
                    "scriptLogBuffer",
                    0,
                    1 << 20,
                    1024,
                    "How many bytes of each stream scriptLog records.");

    static final SettingsTable TABLE =
            TomcatSettings.TABLE.and(
                    SettingsTable.of(
                            SCRIPT_ROOT,
                            DOCUMENT_ROOT,
                            INTERPRETERS,
                            COMMAND_PREFIX,
                            SYMBOLIC_LINKS,
                            PASS_ENVIRONMENT,
                            PASS_AUTHORIZATION,
                            HEADER_TIMEOUT,
                            IDLE_TIMEOUT,
                            TOTAL_TIMEOUT,
                            MAX_PROCESSES,
                            MAX_QUEUE,
                            QUEUE_TIMEOUT,
                            MAX_HEADER_SIZE,
                            MAX_SPOOL,
                            STDERR_RATE,
                            LOCAL_REDIRECT,
                            CRASH_SIGN,
                            SCRIPT_LOG,
                            SCRIPT_LOG_SIZE,
                            SCRIPT_LOG_BUFFER));

    private CgiSettings() {}

    private static String constant(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
