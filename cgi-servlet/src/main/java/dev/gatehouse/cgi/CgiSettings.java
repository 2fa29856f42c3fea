package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The parameters of CGI applications: those of Tomcat's CGIServlet first, then our own. */
final class CgiSettings {

    static final Setting<String> CGI_PATH_PREFIX =
            Setting.text(
                    "cgiPathPrefix",
                    "",
                    "The folder of the web application that holds the scripts, for example"
                            + " WEB-INF/cgi; without it, scripts are searched from the root of the"
                            + " web application, WEB-INF and META-INF excepted. Files in a web"
                            + " application need no execute permission if they begin with a #!"
                            + " line. A WAR that the container does not unpack is copied once.");

    static final Setting<AllowedMethods> CGI_METHODS =
            Setting.of(
                    "cgiMethods",
                    "methods separated by commas, or *",
                    "*",
                    "The request methods that scripts get to see; others are answered with 405."
                            + " HEAD comes with GET. (Tomcat: GET,POST.)",
                    AllowedMethods::parse);

    static final Setting<String> EXECUTABLE =
            Setting.text(
                    "executable",
                    "",
                    "The program that runs every script for whose suffix there is no interpreter."
                            + " Without it scripts are executed directly. (Tomcat: perl; here only"
                            + " if there is an executable-arg-1.)");

    static final Setting<String> EXECUTABLE_ARGS =
            Setting.text(
                    "executable-arg-*",
                    "",
                    "The arguments of executable before the name of the script: executable-arg-1,"
                            + " executable-arg-2 and so on.");

    static final Setting<String> ENVIRONMENT_VARIABLES =
            Setting.text(
                    "environment-variable-*",
                    "",
                    "Sets the variable that follows \"environment-variable-\" for every script;"
                            + " variables that RFC 3875 makes of the request come before.");

    static final Setting<Boolean> PASS_SHELL_ENVIRONMENT =
            Setting.flag(
                    "passShellEnvironment",
                    false,
                    "Whether scripts get all environment variables of the JVM, secrets included.");

    static final Setting<Pattern> ENV_HTTP_HEADERS =
            Setting.of(
                    "envHttpHeaders",
                    "a regular expression",
                    ".*",
                    "The request headers, in upper case, that scripts get as HTTP_ variables; Proxy"
                            + " and names with characters other than letters, digits and hyphens"
                            + " are never among them, Authorization needs passAuthorization as"
                            + " well. (Tomcat: only ACCEPT*, CACHE-CONTROL, COOKIE, HOST, IF-*, REFERER"
                            + " and USER-AGENT.)",
                    Pattern::compile);

    static final Setting<Boolean> ENABLE_CMD_LINE_ARGUMENTS =
            Setting.flag(
                    "enableCmdLineArguments",
                    false,
                    "Whether the words of a query without = become arguments of the script (RFC"
                            + " 3875 4.4), for GET and HEAD only, none if the first one begins with"
                            + " a hyphen. Beware of interpreters that take them for options.");

    static final Setting<Pattern> CMD_LINE_ARGUMENTS_ENCODED =
            Setting.of(
                    "cmdLineArgumentsEncoded",
                    "a regular expression",
                    "[\\w\\Q%;/?:@&,$-.!~*'()\\E]+",
                    "What each argument must look like before it is decoded; if one does not, there"
                            + " are none.",
                    Pattern::compile);

    static final Setting<Pattern> CMD_LINE_ARGUMENTS_DECODED =
            Setting.of(
                    "cmdLineArgumentsDecoded",
                    "a regular expression",
                    "(?s).*",
                    "What each argument must look like when it is decoded, each byte being one"
                            + " character; if one does not, there are none.",
                    Pattern::compile);

    static final Setting<Charset> PARAMETER_ENCODING =
            Setting.of(
                    "parameterEncoding",
                    "the name of a character set",
                    "UTF-8",
                    "Accepted, and without effect: the bytes of arguments pass as they are.",
                    Charset::forName);

    static final Setting<Integer> STDERR_TIMEOUT =
            Setting.number(
                    "stderrTimeout",
                    0,
                    Integer.MAX_VALUE,
                    2000,
                    "How many milliseconds a script may run on after it has closed its stdout; the"
                            + " response has ended then. Afterwards it is ended, with everything it"
                            + " has started.");

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
            SettingsTable.of(
                    CGI_PATH_PREFIX,
                    CGI_METHODS,
                    EXECUTABLE,
                    EXECUTABLE_ARGS,
                    ENVIRONMENT_VARIABLES,
                    PASS_SHELL_ENVIRONMENT,
                    ENV_HTTP_HEADERS,
                    ENABLE_CMD_LINE_ARGUMENTS,
                    CMD_LINE_ARGUMENTS_ENCODED,
                    CMD_LINE_ARGUMENTS_DECODED,
                    PARAMETER_ENCODING,
                    STDERR_TIMEOUT,
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
                    SCRIPT_LOG_BUFFER);

    private CgiSettings() {}

    private static String constant(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }
}
