package dev.gatehouse.python.daemon;

import java.time.Duration;

/**
 * How long things may take; zero means no limit, except for the ways to an end.
 *
 * @param queue how long a request may wait for a worker
 * @param request from the lease of a worker thread to the end of the response, without the time
 *     that the client takes
 * @param interrupt how long an interrupted thread may take to end before its process is ended
 * @param deadlock how long the interpreter lock may be held
 * @param startup how long a process may take to load the application
 * @param graceful how long requests without a deadline may go on in a process that is replaced
 * @param shutdown how long a process without requests may take to exit
 */
public record Timeouts(
        Duration queue,
        Duration request,
        Duration interrupt,
        Duration deadlock,
        Duration startup,
        Duration graceful,
        Duration shutdown) {}
