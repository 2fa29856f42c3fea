package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The socket of a request connection; reads and writes wait.
 *
 * <p>A platform thread waits in the kernel. A virtual thread would be waited for by the JDK's own
 * poller, which takes four system calls and two changes of thread for an answer; so it is {@link
 * Arrivals} that reads for it, and wakes it when its answer is here.
 *
 * <p>Used by one thread at a time; any thread may close it, which ends a wait.
 */
final class Line implements ByteChannel {

    /** A worker takes each frame before the next is sent, so that there is room for it. */
    private static final long UNTIL_THERE_IS_ROOM = TimeUnit.MICROSECONDS.toNanos(200);

    private final SocketChannel channel;

    /** Who reads for virtual threads; null as long as none has used this. */
    private volatile Arrivals.Listener listener;

    /** Whether {@link #target} is lent to the listener. */
    private volatile boolean lent;

    private volatile Thread waiter;
    private boolean expected;
    private ByteBuffer target;
    private int count;
    private IOException failure;

    Line(SocketChannel channel) {
        this.channel = channel;
    }

    /** Prepares for the kind of thread that has this line from now on. */
    void begin(Arrivals arrivals) throws IOException {
        if (listener == null && ThreadKind.isVirtual()) {
            listenWith(arrivals);
        }
    }

    /** Lets another thread read from now on. */
    void listenWith(Arrivals arrivals) throws IOException {
        listener = arrivals.listenTo(channel, this);
    }

    /**
     * Lets the next bytes be read as soon as they come. The buffer is not to be touched until
     * {@link #read} has been called for it.
     */
    void expect(ByteBuffer into) {
        if (listener != null) {
            lend(into);
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (listener == null) {
            return channel.read(into);
        }
        if (!expected) {
            int read = channel.read(into);
            if (read != 0) {
                return read;
            }
            lend(into);
        }
        expected = false;
        return await();
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int written = channel.write(from);
        if (written == 0 && from.hasRemaining()) {
            LockSupport.parkNanos(this, UNTIL_THERE_IS_ROOM);
        }
        return written;
    }

    /** Reads what has come, if somebody waits for it; called by the listener. */
    boolean arrived() {
        if (!lent) {
            return false;
        }
        try {
            count = channel.read(target);
            if (count == 0) {
                return true;
            }
        } catch (IOException e) {
            failure = e;
        }
        giveBack();
        return true;
    }

    boolean isLent() {
        return lent;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Arrivals.Listener known = listener;
        if (known != null) {
            known.forget();
            giveBack();
        }
    }

    private void lend(ByteBuffer into) {
        target = into;
        expected = true;
        lent = true;
        listener.wanted();
        if (!channel.isOpen()) {
            giveBack();
        }
    }

    private void giveBack() {
        lent = false;
        Thread waiting = waiter;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    private int await() throws IOException {
        waiter = Thread.currentThread();
        while (lent) {
            LockSupport.park(this);
            if (Thread.currentThread().isInterrupted()) {
                close();
                throw new ClosedByInterruptException();
            }
        }
        waiter = null;
        if (failure != null) {
            throw failure;
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        return count;
    }
}
