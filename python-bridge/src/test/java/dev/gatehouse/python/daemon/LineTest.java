package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.python.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads of a line that another thread does. */
@Timeout(30)
class LineTest {

    private final PoolThreads threads = PoolThreads.of("line-test");
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(100);
    private Arrivals arrivals;
    private SocketChannel worker;
    private Line line;

    @BeforeEach
    void connect(@TempDir Path folder) throws IOException {
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
            worker = SocketChannel.open(door.getLocalAddress());
            line = new Line(door.accept());
        }
        arrivals = new Arrivals(threads);
        line.listenWith(arrivals);
    }

    @AfterEach
    void close() throws IOException {
        worker.close();
        line.close();
        arrivals.close();
        threads.close();
    }

    @Test
    void whatIsExpectedIsReadBeforeAnybodyWaitsForIt() throws Exception {
        line.expect(buffer);
        say("answer");
        Await.until("the answer", () -> !line.isLent());
        assertThat(read()).isEqualTo("answer");
    }

    @Test
    void aReaderWaitsForWhatComesLater() throws Exception {
        FutureTask<String> read = readElsewhere();
        Await.until("the wait", line::isLent);
        say("answer");
        assertThat(read.get()).isEqualTo("answer");
    }

    @Test
    void whatNobodyWaitedForIsReadLaterAndSoIsWhatFollowsIt() throws Exception {
        line.expect(buffer);
        say("first");
        assertThat(read()).isEqualTo("first");
        say("second");
        assertThat(read()).isEqualTo("second");
        FutureTask<String> read = readElsewhere();
        Await.until("the wait", line::isLent);
        say("third");
        assertThat(read.get()).isEqualTo("third");
    }

    /** The listener turns deaf to what nobody waits for, just when somebody begins to wait. */
    @Test
    void aReaderThatComesAsTheListenerTurnsDeafIsHeard() throws Exception {
        int rounds = 100_000;
        FutureTask<Void> answers = new FutureTask<>(() -> answer(rounds), null);
        threads.run(answers);
        for (int round = 0; round < rounds; round++) {
            line.write(ByteBuffer.wrap(new byte[1]));
            for (int left = "first".length() + "then".length(); left > 0; ) {
                left -= read().length();
            }
        }
        answers.get();
    }

    /** Answers each byte with two blocks. */
    private void answer(int rounds) {
        try {
            for (int round = 0; round < rounds; round++) {
                worker.read(ByteBuffer.allocate(1));
                say("first");
                Thread.yield();
                say("then");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theEndOfTheConnectionIsRead() throws Exception {
        line.expect(buffer);
        worker.close();
        assertThat(line.read(buffer)).isEqualTo(-1);
    }

    @Test
    void closingEndsAWait() throws Exception {
        FutureTask<String> read = readElsewhere();
        Await.until("the wait", line::isLent);
        line.close();
        assertThatThrownBy(read::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ClosedChannelException.class);
    }

    @Test
    void closingIsSeenByTheWorkerAtOnce() throws Exception {
        line.close();
        assertThat(worker.read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }

    @Test
    void anInterruptEndsAWaitAndTheConnection() throws Exception {
        FutureTask<String> read = new FutureTask<>(this::read);
        Thread reader = new Thread(read);
        reader.start();
        Await.until("the wait", line::isLent);
        reader.interrupt();
        assertThatThrownBy(read::get).hasCauseInstanceOf(ClosedByInterruptException.class);
        reader.join(TimeUnit.SECONDS.toMillis(10));
        assertThat(line.isOpen()).isFalse();
    }

    private FutureTask<String> readElsewhere() {
        FutureTask<String> read = new FutureTask<>(this::read);
        threads.run(read);
        return read;
    }

    private String read() throws IOException {
        int count = line.read(buffer);
        byte[] bytes = new byte[count];
        buffer.flip().get(bytes);
        buffer.clear();
        return new String(bytes, US_ASCII);
    }

    private void say(String text) throws IOException {
        worker.write(ByteBuffer.wrap(text.getBytes(US_ASCII)));
    }
}
