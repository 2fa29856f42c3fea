package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;

/**
 * The socket at which workers dial in. Whoever is not the workers' user, or does not say a token
 * that was given out, is shown the door.
 */
final class Door implements AutoCloseable {

    private static final int TOKEN = 32;
    private static final int HELLO = TOKEN + 4 + 4;
    private static final int GREETING_SECONDS = 5;
    private static final int BACKLOG = 256;

    /** Such as no descriptor being left. */
    private static final long AFTER_FAILURE = TimeUnit.MILLISECONDS.toNanos(100);

    private final PrivateFolder folder;
    private final ServerSocketChannel server;
    private final PoolThreads threads;
    private final Rotation rotation;
    private final Map<String, Worker> expected = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    private Door(
            PrivateFolder folder,
            ServerSocketChannel server,
            PoolThreads threads,
            Rotation rotation) {
        this.folder = folder;
        this.server = server;
        this.threads = threads;
        this.rotation = rotation;
    }

    /** Opens the socket of a folder. */
    static Door open(PrivateFolder folder, PoolThreads threads, Rotation rotation)
            throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(folder.socket()), BACKLOG);
            folder.giveAway(folder.socket());
        } catch (IOException e) {
            server.close();
            throw e;
        }
        Door door = new Door(folder, server, threads, rotation);
        threads.run(door::acceptAll);
        return door;
    }

    /** A new token, with which this worker may dial in. */
    String expect(Worker worker) {
        byte[] bytes = new byte[TOKEN / 2];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        expected.put(token, worker);
        return token;
    }

    /** Lets this worker in no more. */
    void forget(Worker worker) {
        expected.values().remove(worker);
    }

    @Override
    public void close() {
        try {
            server.close();
            Files.deleteIfExists(folder.socket());
        } catch (IOException e) {
            System.getLogger("dev.gatehouse.python")
                    .log(System.Logger.Level.WARNING, "cannot close " + folder.socket(), e);
        }
    }

    private void acceptAll() {
        while (server.isOpen()) {
            try {
                accept(server.accept());
            } catch (ClosedChannelException e) {
                // The pool is being closed.
            } catch (IOException e) {
                System.getLogger("dev.gatehouse.python")
                        .log(System.Logger.Level.WARNING, "no worker can dial in for now", e);
                LockSupport.parkNanos(AFTER_FAILURE);
            }
        }
    }

    private void accept(SocketChannel channel) {
        if (isExpectedUser(channel)) {
            threads.run(() -> greet(channel));
        } else {
            close(channel);
        }
    }

    /** Where the folder is ours alone, nobody else can be here. */
    private boolean isExpectedUser(SocketChannel channel) {
        return folder.user().map(workers -> isFrom(workers.user(), channel)).orElse(true);
    }

    private static boolean isFrom(UserPrincipal user, SocketChannel channel) {
        try {
            return channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
        } catch (IOException e) {
            return false;
        }
    }

    private void greet(SocketChannel channel) {
        ScheduledFuture<?> impatience =
                threads.clock().schedule(() -> close(channel), GREETING_SECONDS, TimeUnit.SECONDS);
        try {
            Line line = new Line(channel);
            FrameReader reader = new FrameReader(line);
            if (reader.next() != Frame.HELLO) {
                throw new ProtocolException("no HELLO came first");
            }
            ByteBuffer hello = ByteBuffer.wrap(reader.payload(HELLO));
            byte[] token = new byte[TOKEN];
            hello.get(token);
            Worker worker = expected.get(new String(token, US_ASCII));
            impatience.cancel(false);
            if (worker == null) {
                close(channel);
            } else {
                letIn(line, reader, worker, hello.getInt(), hello.getInt());
            }
        } catch (IOException | BufferUnderflowException e) {
            close(channel);
        }
    }

    private void letIn(Line line, FrameReader reader, Worker worker, int pid, int slot) {
        if (slot == Frame.NO_SLOT) {
            Control control = new Control(line, reader);
            worker.connected(control, Integer.toUnsignedLong(pid));
            control.serve(worker);
        } else {
            RequestConnection connection = new RequestConnection(line, reader, worker, slot);
            rotation.admit(connection);
            if (!worker.connected(connection)) {
                // Nobody else would: who has ended was forgotten before this came in.
                rotation.forget(worker);
            }
        }
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was agreed upon with whoever it was.
        }
    }
}
