package dev.gatehouse.process;

import java.io.IOException;

/** A descriptor in the poller. Not safe for use by several threads: the owner's lock guards it. */
final class Watch {

    private final Poller poller;
    private final int fd;
    private final long key;
    private boolean added;

    Watch(Poller poller, int fd, long key) {
        this.poller = poller;
        this.fd = fd;
        this.key = key;
    }

    /**
     * Asks for one run of the action, at once if the descriptor is ready already.
     *
     * @param events {@link EpollCalls#EPOLLIN} or {@link EpollCalls#EPOLLOUT}
     */
    void arm(int events) throws IOException {
        int operation = added ? EpollCalls.EPOLL_CTL_MOD : EpollCalls.EPOLL_CTL_ADD;
        poller.control(operation, fd, events | EpollCalls.EPOLLONESHOT, key);
        added = true;
    }

    /** Ends the watch; to be called before the descriptor is closed. */
    void end() {
        poller.forget(key);
        if (added) {
            added = false;
            try {
                poller.control(EpollCalls.EPOLL_CTL_DEL, fd, 0, key);
            } catch (IOException e) {
                throw new IllegalStateException("descriptor " + fd + " was watched", e);
            }
        }
    }
}
