package dev.gatehouse.python;

import dev.gatehouse.gateway.Setting;
import dev.gatehouse.gateway.SettingsTable;
import java.time.Duration;
import java.util.List;

/** How many workers there are, how long they may take, and when they are replaced. */
final class PoolSettings {

    /** How many worker processes. */
    static final Setting<Integer> PROCESSES =
            Setting.number("processes", 1, 256, 1, "How many worker processes answer requests.");

    /** How many threads in each. */
    static final Setting<Integer> THREADS =
            Setting.number(
                    "threads", 1, 1024, 5, "How many requests each process answers at a time.");

    /** How many requests may wait. */
    static final Setting<Integer> LISTEN_BACKLOG =
            Setting.number(
                    "listenBacklog",
                    0,
                    100_000,
                    100,
                    "How many requests may wait for a worker; more are answered with 503.");

    /** Recycling by requests. */
    static final Setting<Integer> MAXIMUM_REQUESTS =
            Setting.number(
                    "maximumRequests",
                    0,
                    Integer.MAX_VALUE,
                    0,
                    "After how many requests a process is replaced; 0 means never.");

    /** Recycling by age. */
    static final Setting<Duration> RESTART_INTERVAL =
            Setting.duration(
                    "restartInterval", "0", "After what time a process is replaced; 0: never.");

    /** Recycling by idleness. */
    static final Setting<Duration> INACTIVITY_TIMEOUT =
            Setting.duration(
                    "inactivityTimeout",
                    "0",
                    "After what time without a request a process is replaced by a fresh one; 0:"
                            + " never.");

    /** Recycling by memory. */
    static final Setting<Long> MAXIMUM_MEMORY =
            Setting.size(
                    "maximumMemory",
                    "0",
                    "At what resident memory a process is replaced; 0 means never.");

    /** How far apart the limits of the processes lie. */
    static final Setting<Integer> RECYCLING_JITTER =
            Setting.number(
                    "recyclingJitter",
                    0,
                    50,
                    10,
                    "By how many percent the limits of recycling vary from process to process.");

    /** The deadline of a request. */
    static final Setting<Duration> REQUEST_TIMEOUT =
            Setting.duration(
                    "requestTimeout",
                    "60s",
                    "How long a worker may take for a request, without the time of the client; then"
                            + " 504, and the process is replaced. 0 means no limit.");

    /** How long an interrupted request may go on. */
    static final Setting<Duration> INTERRUPT_TIMEOUT =
            Setting.duration(
                    "interruptTimeout",
                    "10s",
                    "How long a request that was answered with 504 and interrupted may take to end"
                            + " before its process is ended.");

    /** How long the interpreter may be stuck. */
    static final Setting<Duration> DEADLOCK_TIMEOUT =
            Setting.duration(
                    "deadlockTimeout",
                    "60s",
                    "How long C code may hold the interpreter lock before the process is replaced;"
                            + " 0 means no limit.");

    /** How long a start may take. */
    static final Setting<Duration> STARTUP_TIMEOUT =
            Setting.duration(
                    "startupTimeout",
                    "15s",
                    "How long a process may take to load the application; 0 means no limit.");

    /** How long requests may take while their process is replaced. */
    static final Setting<Duration> GRACEFUL_TIMEOUT =
            Setting.duration(
                    "gracefulTimeout",
                    "15s",
                    "How long requests in hand may go on at undeployment, and where requestTimeout"
                            + " is 0 also in a process that is replaced.");

    /** How long an exit may take. */
    static final Setting<Duration> SHUTDOWN_TIMEOUT =
            Setting.duration(
                    "shutdownTimeout",
                    "5s",
                    "How long a process without requests may take to exit before it is ended.");

    /** How long a request may wait. */
    static final Setting<Duration> QUEUE_TIMEOUT =
            Setting.duration(
                    "queueTimeout",
                    "45s",
                    "How long a request may wait for a worker before it is answered with 503; 0"
                            + " means no limit.");

    /** The size of response headers. */
    static final Setting<Long> HEADER_BUFFER_SIZE =
            Setting.size(
                    "headerBufferSize",
                    "32K",
                    "The most bytes of response headers; more are answered with 500.");

    /** Whether request bodies are streamed. */
    static final Setting<Boolean> STREAM_REQUEST_BODY =
            Setting.flag(
                    "streamRequestBody",
                    false,
                    "Whether a worker is taken before the request body has arrived, for"
                            + " applications that answer while they read. A slow client then holds a"
                            + " worker.");

    /** The room for bodies. */
    static final Setting<Long> SPOOL_LIMIT =
            Setting.size(
                    "spoolLimit",
                    "4G",
                    "The most disk space for request bodies and for responses to slow clients, all"
                            + " together.");

    /** Whether touching the script reloads. */
    static final Setting<Boolean> SCRIPT_RELOADING =
            Setting.flag(
                    "scriptReloading",
                    true,
                    "Whether the application is reloaded when its script file is touched.");

    /** Files that reload the application. */
    static final Setting<List<String>> RELOAD_PATHS =
            Setting.list(
                    "reloadPaths",
                    "Files whose touch reloads the application; relative ones lie in chdir.");

    /** Reload on any change of source. */
    static final Setting<Boolean> RELOAD =
            Setting.flag(
                    "reload",
                    false,
                    "Whether the application is reloaded when the source of a loaded module"
                            + " changes: for development.");

    /** All of them, in the order of the documentation. */
    static final SettingsTable TABLE =
            SettingsTable.of(
                    PROCESSES,
                    THREADS,
                    LISTEN_BACKLOG,
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

    private PoolSettings() {}
}
