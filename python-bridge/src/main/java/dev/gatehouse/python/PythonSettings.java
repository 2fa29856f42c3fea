package dev.gatehouse.python;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import java.time.Duration;
import java.util.List;

/**
 * The parameters of Python applications: the names of mod_wsgi's WSGIDaemonProcess options in
 * camelCase, with the timeouts of mod_wsgi-express as defaults.
 */
public final class PythonSettings {

    /** How many worker processes. */
    public static final Setting<Integer> PROCESSES =
            Setting.number("processes", 1, 256, 1, "How many worker processes answer requests.");

    /** How many threads in each. */
    public static final Setting<Integer> THREADS =
            Setting.number(
                    "threads", 1, 1024, 5, "How many requests each process answers at a time.");

    /** How many requests may wait. */
    public static final Setting<Integer> LISTEN_BACKLOG =
            Setting.number(
                    "listenBacklog",
                    0,
                    100_000,
                    100,
                    "How many requests may wait for a worker; more are answered with 503.");

    /** The Python executable. */
    public static final Setting<String> PYTHON =
            Setting.text(
                    "python",
                    "python3",
                    "The CPython executable, 3.8 or newer: a path, or a name to be found on PATH.");

    /** The virtualenv. */
    public static final Setting<String> PYTHON_HOME =
            Setting.text(
                    "pythonHome", "", "The folder of a virtualenv; its bin/python is then used.");

    /** Folders for sys.path. */
    public static final Setting<String> PYTHON_PATH =
            Setting.text(
                    "pythonPath",
                    "",
                    "Folders for sys.path, separated by colons; .pth files in them are read.");

    /** The working directory. */
    public static final Setting<String> CHDIR =
            Setting.text(
                    "chdir",
                    "",
                    "The working directory, which also comes first on sys.path; a relative one lies"
                            + " in the web application. Default: the folder of the script, or"
                            + " WEB-INF/python if there is one.");

    /** Variables for the workers. */
    public static final Setting<String> ENVIRONMENT =
            Setting.text(
                    "environment.*",
                    "",
                    "Sets the environment variable that follows \"environment.\" in the workers.");

    /** Variables that the workers get from the JVM. */
    public static final Setting<List<String>> PASS_ENVIRONMENT =
            Setting.list(
                    "passEnvironment",
                    "Environment variables of the JVM that the workers get, too, beside PATH, HOME,"
                            + " USER, LOGNAME, TZ and TMPDIR; * for all.");

    /** The locale. */
    public static final Setting<String> LOCALE =
            Setting.text("locale", "C.UTF-8", "LANG and LC_ALL of the workers.");

    /** The file mode creation mask. */
    public static final Setting<String> UMASK =
            Setting.of(
                    "umask",
                    "three or four octal digits such as 0022",
                    "",
                    "The file mode creation mask of the workers. Default: that of the JVM.",
                    text -> {
                        if (!text.matches("|[0-7]{3,4}")) {
                            throw new IllegalArgumentException();
                        }
                        return text;
                    });

    /** The scheduling priority. */
    public static final Setting<Integer> NICE =
            Setting.number("nice", 0, 19, 0, "By how much the workers step back for others.");

    /** A program around Python. */
    public static final Setting<String> COMMAND_PREFIX =
            Setting.text(
                    "commandPrefix",
                    "",
                    "A program and its arguments that run the workers, such as \"prlimit"
                            + " --nofile=4096\" or \"setpriv --reuid=web\".");

    /** RLIMIT_DATA. */
    public static final Setting<Long> MEMORY_LIMIT =
            Setting.size(
                    "memoryLimit",
                    "0",
                    "The most data memory of a process; an allocation beyond it raises MemoryError."
                            + " 0 means no limit.");

    /** RLIMIT_AS. */
    public static final Setting<Long> VIRTUAL_MEMORY_LIMIT =
            Setting.size(
                    "virtualMemoryLimit", "0", "The most address space of a process; 0: no limit.");

    /** RLIMIT_CPU. */
    public static final Setting<Duration> CPU_TIME_LIMIT =
            Setting.duration(
                    "cpuTimeLimit",
                    "0",
                    "The CPU time after which the system ends a process; 0 means no limit.");

    /** The stack of each thread. */
    public static final Setting<Long> STACK_SIZE =
            Setting.size("stackSize", "0", "The stack of each thread; 0 leaves it to the system.");

    /** The switch interval of the interpreter. */
    public static final Setting<Duration> SWITCH_INTERVAL =
            Setting.duration(
                    "switchInterval",
                    "0",
                    "How long a thread may hold the interpreter while others want it; 0 leaves it to"
                            + " Python (5 ms).");

    /** Recycling by requests. */
    public static final Setting<Integer> MAXIMUM_REQUESTS =
            Setting.number(
                    "maximumRequests",
                    0,
                    Integer.MAX_VALUE,
                    0,
                    "After how many requests a process is replaced; 0 means never.");

    /** Recycling by age. */
    public static final Setting<Duration> RESTART_INTERVAL =
            Setting.duration(
                    "restartInterval", "0", "After what time a process is replaced; 0: never.");

    /** Recycling by idleness. */
    public static final Setting<Duration> INACTIVITY_TIMEOUT =
            Setting.duration(
                    "inactivityTimeout",
                    "0",
                    "After what time without a request a process is replaced by a fresh one; 0:"
                            + " never.");

    /** Recycling by memory. */
    public static final Setting<Long> MAXIMUM_MEMORY =
            Setting.size(
                    "maximumMemory",
                    "0",
                    "At what resident memory a process is replaced; 0 means never.");

    /** How far apart the limits of the processes lie. */
    public static final Setting<Integer> RECYCLING_JITTER =
            Setting.number(
                    "recyclingJitter",
                    0,
                    50,
                    10,
                    "By how many percent the limits of recycling vary from process to process.");

    /** The deadline of a request. */
    public static final Setting<Duration> REQUEST_TIMEOUT =
            Setting.duration(
                    "requestTimeout",
                    "60s",
                    "How long a worker may take for a request, without the time of the client; then"
                            + " 504, and the process is replaced. 0 means no limit.");

    /** How long an interrupted request may go on. */
    public static final Setting<Duration> INTERRUPT_TIMEOUT =
            Setting.duration(
                    "interruptTimeout",
                    "10s",
                    "How long a request that was answered with 504 and interrupted may take to end"
                            + " before its process is ended.");

    /** How long the interpreter may be stuck. */
    public static final Setting<Duration> DEADLOCK_TIMEOUT =
            Setting.duration(
                    "deadlockTimeout",
                    "60s",
                    "How long C code may hold the interpreter lock before the process is replaced; 0"
                            + " means no limit.");

    /** How long a start may take. */
    public static final Setting<Duration> STARTUP_TIMEOUT =
            Setting.duration(
                    "startupTimeout",
                    "15s",
                    "How long a process may take to load the application; 0 means no limit.");

    /** How long requests may take while their process is replaced. */
    public static final Setting<Duration> GRACEFUL_TIMEOUT =
            Setting.duration(
                    "gracefulTimeout",
                    "15s",
                    "How long requests in hand may go on at undeployment, and where requestTimeout is"
                            + " 0 also in a process that is replaced.");

    /** How long an exit may take. */
    public static final Setting<Duration> SHUTDOWN_TIMEOUT =
            Setting.duration(
                    "shutdownTimeout",
                    "5s",
                    "How long a process without requests may take to exit before it is ended.");

    /** How long a request may wait. */
    public static final Setting<Duration> QUEUE_TIMEOUT =
            Setting.duration(
                    "queueTimeout",
                    "45s",
                    "How long a request may wait for a worker before it is answered with 503; 0"
                            + " means no limit.");

    /** The size of response headers. */
    public static final Setting<Long> HEADER_BUFFER_SIZE =
            Setting.size(
                    "headerBufferSize",
                    "32K",
                    "The most bytes of response headers; more are answered with 500.");

    /** Whether request bodies are streamed. */
    public static final Setting<Boolean> STREAM_REQUEST_BODY =
            Setting.flag(
                    "streamRequestBody",
                    false,
                    "Whether a worker is taken before the request body has arrived, for"
                            + " applications that answer while they read. A slow client then holds a"
                            + " worker.");

    /** The room for bodies. */
    public static final Setting<Long> SPOOL_LIMIT =
            Setting.size(
                    "spoolLimit",
                    "4G",
                    "The most disk space for request bodies and for responses to slow clients, all"
                            + " together.");

    /** Whether touching the script reloads. */
    public static final Setting<Boolean> SCRIPT_RELOADING =
            Setting.flag(
                    "scriptReloading",
                    true,
                    "Whether the application is reloaded when its script file is touched.");

    /** Files that reload the application. */
    public static final Setting<List<String>> RELOAD_PATHS =
            Setting.list(
                    "reloadPaths",
                    "Files whose touch reloads the application; relative ones lie in chdir.");

    /** Reload on any change of source. */
    public static final Setting<Boolean> RELOAD =
            Setting.flag(
                    "reload",
                    false,
                    "Whether the application is reloaded when the source of a loaded module changes:"
                            + " for development.");

    /** All of them. */
    public static final SettingsTable TABLE =
            SettingsTable.of(
                    PROCESSES,
                    THREADS,
                    LISTEN_BACKLOG,
                    PYTHON,
                    PYTHON_HOME,
                    PYTHON_PATH,
                    CHDIR,
                    ENVIRONMENT,
                    PASS_ENVIRONMENT,
                    LOCALE,
                    UMASK,
                    NICE,
                    COMMAND_PREFIX,
                    MEMORY_LIMIT,
                    VIRTUAL_MEMORY_LIMIT,
                    CPU_TIME_LIMIT,
                    STACK_SIZE,
                    SWITCH_INTERVAL,
                    MAXIMUM_REQUESTS,
                    RESTART_INTERVAL,
                    INACTIVITY_TIMEOUT,
                    MAXIMUM_MEMORY,
                    RECYCLING_JITTER,
                    REQUEST_TIMEOUT,
                    INTERRUPT_TIMEOUT,
                    DEADLOCK_TIMEOUT,
                    STARTUP_TIMEOUT,
                    GRACEFUL_TIMEOUT,
                    SHUTDOWN_TIMEOUT,
                    QUEUE_TIMEOUT,
                    HEADER_BUFFER_SIZE,
                    STREAM_REQUEST_BODY,
                    SPOOL_LIMIT,
                    SCRIPT_RELOADING,
                    RELOAD_PATHS,
                    RELOAD);

    private PythonSettings() {}
}
