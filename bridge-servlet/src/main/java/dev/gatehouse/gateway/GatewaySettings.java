package dev.gatehouse.gateway;

import java.util.List;

/** The parameters that every application takes, whatever its kind. */
public final class GatewaySettings {

    /** The application itself. */
    public static final Setting<String> APPLICATION =
            Setting.text(
                    "application",
                    "",
                    "The application: a Java class, class#method, class#FIELD, or scheme:rest.");

    /** What stands in for the application. */
    public static final Setting<String> FALLBACK =
            Setting.text(
                    "fallback",
                    "",
                    "A Java class, class#method or class#FIELD that answers in place of an"
                            + " application of a scheme that cannot start here; without one the"
                            + " deployment fails.");

    /** What stands around the application. */
    public static final Setting<List<String>> MIDDLEWARE =
            Setting.list(
                    "middleware",
                    "Java classes, class#method or class#FIELD, each put around the application;"
                            + " the first is the outermost.");

    /** Pairs that the deployer puts into every environ. */
    public static final Setting<String> ENVIRON =
            Setting.text(
                    "environ.*",
                    "",
                    "Puts the key that follows \"environ.\" into every environ, with this value.");

    /** Whether the application sees the Authorization header. */
    public static final Setting<Boolean> PASS_AUTHORIZATION =
            Setting.flag(
                    "passAuthorization",
                    true,
                    "Whether the application sees the Authorization header; it never does once"
                            + " the container itself has authenticated the request.");

    /** The largest request body. */
    public static final Setting<Long> MAX_BODY_SIZE =
            Setting.size(
                    "maxBodySize",
                    "1G",
                    "The largest request body; a larger one is answered with 413.");

    /** Whether calls may overlap. */
    public static final Setting<Boolean> MULTITHREAD =
            Setting.flag(
                    "multithread",
                    true,
                    "Whether the application is called by several threads at a time; if not,"
                            + " requests wait for each other.");

    /** Whether an ambiguous path is refused. */
    public static final Setting<Boolean> STRICT_PATH =
            Setting.flag(
                    "strictPath",
                    true,
                    "Whether a request is answered with 400 when the container matched its"
                            + " security constraints on another path than the application sees.");

    /** Who writes the error answers of the gateway. */
    public static final Setting<Boolean> ERROR_PAGES =
            Setting.flag(
                    "errorPages",
                    false,
                    "Whether the gateway's own errors (not the application's) are answered by the"
                            + " error pages of web.xml instead of a line of text.");

    /** All of them. */
    public static final SettingsTable TABLE =
            SettingsTable.of(
                    APPLICATION,
                    FALLBACK,
                    MIDDLEWARE,
                    ENVIRON,
                    PASS_AUTHORIZATION,
                    MAX_BODY_SIZE,
                    MULTITHREAD,
                    STRICT_PATH,
                    ERROR_PAGES);

    private GatewaySettings() {}
}
