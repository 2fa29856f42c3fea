package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import java.nio.charset.Charset;
import java.util.regex.Pattern;

/**
 * The parameters that Tomcat's CGIServlet has, too: the same names with the same meaning, but where
 * that is a known fault.
 */
final class TomcatSettings {

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
                    STDERR_TIMEOUT);

    private TomcatSettings() {}
}
