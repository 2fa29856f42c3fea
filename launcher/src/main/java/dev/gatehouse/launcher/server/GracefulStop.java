package dev.gatehouse.launcher.server;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets the requests in flight finish, and nothing else; idle connections do not delay it.
 *
 * @param protocol where the requests come from
 * @param threads where they run
 */
record GracefulStop(HttpProtocol protocol, RequestThreads threads) {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.launcher");
    private static final long POLL_MILLISECONDS = 20;

    /** Stops accepting connections, and waits for the requests that have begun. */
    void await(Duration timeout) throws InterruptedException {
        protocol.refuseMore();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (isBusy() && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLISECONDS);
        }
        if (isBusy()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "requests cut off after {0} s: {1}",
                    timeout.toSeconds(),
                    threads.requests());
        }
    }

    private boolean isBusy() {
        return threads.requests() > 0 || protocol.sendsFiles();
    }
}
