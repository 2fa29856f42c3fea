package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StreamsAtOnceTest extends LauncherSuite {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aProgramMayWriteAMegabyteBeforeItReadsThree() throws Exception {
        Command command = shell("head -c 1048576 /dev/zero; wc -c");
        try (RunningProgram program = launcher.launch(command)) {
            CompletableFuture<Void> fed =
                    Feed.start(zeros(3 * MEGABYTE), 3 * MEGABYTE, program, executor);

            byte[] output = program.stdout().readAllBytes();

            assertThat(output).hasSizeGreaterThan(MEGABYTE);
            assertThat(new String(output, MEGABYTE, output.length - MEGABYTE, "US-ASCII").strip())
                    .isEqualTo("3145728");
            fed.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void aSmallInputNeedsNoSecondThread() throws Exception {
        byte[] input = "a=1&b=2".getBytes(StandardCharsets.US_ASCII);
        try (RunningProgram program = launcher.launch(shell("cat"))) {
            CompletableFuture<Void> fed =
                    Feed.start(
                            new ByteArrayInputStream(input),
                            input.length,
                            program,
                            task -> {
                                throw new AssertionError("a second thread");
                            });

            assertThat(fed).isCompleted();
            assertThat(text(program.stdout())).isEqualTo("a=1&b=2");
        }
    }

    @Test
    void anInputOfUnknownLengthIsFedToItsEnd() throws Exception {
        try (RunningProgram program = launcher.launch(shell("wc -c"))) {
            Feed.start(zeros(100_000), -1, program, executor);

            assertThat(text(program.stdout()).strip()).isEqualTo("100000");
        }
    }

    @Test
    void aProgramNeedNotReadItsInput() throws Exception {
        try (RunningProgram program = launcher.launch(shell("echo done"))) {
            CompletableFuture<Void> fed =
                    Feed.start(zeros(3 * MEGABYTE), 3 * MEGABYTE, program, executor);

            assertThat(text(program.stdout())).isEqualTo("done\n");
            assertThat(fed.get(10, TimeUnit.SECONDS)).isNull();
            assertThat(program.waitFor(LONG)).contains(new ExitStatus.Exited(0));
        }
    }

    @Test
    void aWriteToAClosedStdinSaysSo() throws Exception {
        try (RunningProgram program = launcher.launch(shell("exec <&-; echo closed; sleep 60"))) {
            assertThat(line(program.stdout())).isEqualTo("closed");

            assertThatThrownBy(() -> program.stdin().write(new byte[MEGABYTE]))
                    .isInstanceOf(InputClosedException.class);
        }
    }

    @Test
    void aSourceThatFailsEndsTheInput() throws Exception {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("the client went away");
                    }
                };
        InputStream source = new SequenceInputStream(zeros(10), broken);
        try (RunningProgram program = launcher.launch(shell("wc -c"))) {
            CompletableFuture<Void> fed = Feed.start(source, -1, program, executor);

            assertThat(text(program.stdout()).strip()).isEqualTo("10");
            assertThat(fed)
                    .failsWithin(LONG)
                    .withThrowableThat()
                    .havingRootCause()
                    .withMessage("the client went away");
        }
    }

    @Test
    void aFloodOnStderrDoesNotHoldUpTheProgram() throws Exception {
        CountDownLatch patience = new CountDownLatch(1);
        AtomicLong seen = new AtomicLong();
        try (RunningProgram program =
                launcher.launch(shell("head -c 4194304 /dev/zero >&2; echo done"))) {
            CompletableFuture<Void> drained =
                    program.drainErrors(
                            (bytes, dropped) -> {
                                await(patience);
                                seen.addAndGet(bytes.length + dropped);
                            },
                            executor);

            assertThat(text(program.stdout())).isEqualTo("done\n");

            patience.countDown();
            drained.get(10, TimeUnit.SECONDS);
            assertThat(seen).hasValueLessThanOrEqualTo(4 * MEGABYTE).hasValueGreaterThan(0);
        }
    }

    @Test
    void theLastWordsOnStderrAreHeard() throws Exception {
        StringBuffer heard = new StringBuffer();
        RunningProgram program = launcher.launch(shell("echo first >&2; echo last >&2; exit 1"));
        CompletableFuture<Void> drained =
                program.drainErrors(
                        (bytes, dropped) -> heard.append(new String(bytes, StandardCharsets.UTF_8)),
                        executor);
        program.waitFor(LONG);
        program.close();

        drained.get(10, TimeUnit.SECONDS);
        assertThat(heard).hasToString("first\nlast\n");
    }

    @Test
    void stderrCanBeReadAsAStream() throws Exception {
        try (RunningProgram program = launcher.launch(shell("echo oops >&2"))) {
            assertThat(text(program.stderr())).isEqualTo("oops\n");
            assertThat(text(program.stdout())).isEmpty();
        }
    }

    private static InputStream zeros(int length) {
        return new ByteArrayInputStream(new byte[length]);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
