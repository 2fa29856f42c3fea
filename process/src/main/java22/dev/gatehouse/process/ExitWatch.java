package dev.gatehouse.process;

import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Tells when a child has ended.
 *
 * <p>Through a pidfd in the poller; where there is none (an old kernel, no descriptors left), on a
 * thread that blocks until then.
 */
final class ExitWatch {

    private static final long SMALL_STACK = 128 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final int pidfd;
    private final Runnable onExit;
    private final Watch watch;

    private ExitWatch(int pidfd, Poller poller, Runnable onExit) {
        this.pidfd = pidfd;
        this.onExit = onExit;
        this.watch = poller.watch(pidfd, this::ended);
    }

    /**
     * Starts to watch.
     *
     * @param onExit runs once, after the child has ended
     */
    static void start(int pid, Poller poller, Pool<Slab> slabs, Runnable onExit) {
        Slab slab = slabs.take();
        int pidfd = ProcessCalls.pidfdOpen(slab, pid);
        slabs.give(slab);
        if (pidfd < 0 || !new ExitWatch(pidfd, poller, onExit).armed()) {
            startBlocking(pid, slabs, onExit);
        }
    }

    private static void startBlocking(int pid, Pool<Slab> slabs, Runnable onExit) {
        Runnable wait =
                () -> {
                    Slab slab = slabs.take();
                    ProcessCalls.await(slab, pid);
                    slabs.give(slab);
                    onExit.run();
                };
        Thread thread = new Thread(null, wait, "gatehouse-wait-" + pid, SMALL_STACK, false);
        thread.setDaemon(true);
        thread.start();
    }

    private boolean armed() {
        lock.lock();
        try {
            watch.arm(EpollCalls.EPOLLIN);
            return true;
        } catch (IOException e) {
            watch.end();
            DescriptorCalls.close(pidfd);
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void ended() {
        lock.lock();
        try {
            watch.end();
            DescriptorCalls.close(pidfd);
        } finally {
            lock.unlock();
        }
        onExit.run();
    }
}
