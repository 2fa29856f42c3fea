package dev.gatehouse.process;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The one thread that waits for all descriptors, in epoll, and tells whoever is interested.
 *
 * <p>It runs actions that wake a parked thread or move bytes that are there; nothing that waits.
 * The thread ends when the poller is closed.
 */
final class Poller implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Poller.class.getName());

    private static final int MOST_EVENTS = 64;
    private static final long STOP = 0;

    private final Pool<Slab> slabs;
    private final int epoll;
    private final AtomicLong lastKey = new AtomicLong(STOP);
    private final ConcurrentHashMap<Long, Runnable> actions = new ConcurrentHashMap<>();
    private final Thread thread;

    Poller(Pool<Slab> slabs) throws IOException {
        this.slabs = slabs;
        Slab slab = slabs.take();
        epoll = EpollCalls.create(slab);
        slabs.give(slab);
        if (epoll < 0) {
            throw new IOException("epoll_create1: errno " + -epoll);
        }
        thread = new Thread(null, this::run, "gatehouse-programs", 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Prepares to watch a descriptor; no system call yet.
     *
     * @param action runs on the thread of the poller, once per {@link Watch#arm}; it may also run
     *     for no reason
     */
    Watch watch(int fd, Runnable action) {
        long key = lastKey.incrementAndGet();
        actions.put(key, action);
        return new Watch(this, fd, key);
    }

    void control(int operation, int fd, int events, long key) throws IOException {
        Slab slab = slabs.take();
        int result = EpollCalls.control(slab, epoll, operation, fd, events, key);
        slabs.give(slab);
        if (result < 0) {
            throw new IOException("epoll_ctl: errno " + -result);
        }
    }

    void forget(long key) {
        actions.remove(key);
    }

    @Override
    public void close() {
        Slab slab = slabs.take();
        int event = EpollCalls.readyEvent(slab);
        EpollCalls.control(slab, epoll, EpollCalls.EPOLL_CTL_ADD, event, EpollCalls.EPOLLIN, STOP);
        slabs.give(slab);
        joinUninterruptibly();
        DescriptorCalls.close(event);
        DescriptorCalls.close(epoll);
    }

    private void run() {
        Slab slab = slabs.take();
        boolean stopped = false;
        while (!stopped) {
            int count = EpollCalls.await(slab, epoll, MOST_EVENTS);
            for (int i = 0; i < count; i++) {
                long key = EpollCalls.data(slab, i);
                stopped |= key == STOP;
                act(key);
            }
        }
        slabs.give(slab);
    }

    private void act(long key) {
        Runnable action = actions.get(key);
        if (action == null) {
            return;
        }
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "an action of the poller failed", e);
        }
    }

    private void joinUninterruptibly() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
