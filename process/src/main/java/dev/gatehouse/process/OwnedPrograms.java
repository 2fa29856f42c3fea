package dev.gatehouse.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The programs that a launcher has started and that are not gone yet.
 *
 * <p>Ends them all when the launcher is closed, or when the JVM exits.
 */
final class OwnedPrograms implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration UNTIL_GONE = Duration.ofSeconds(5);

    /**
     * A system property: {@code false} where whoever runs the JVM closes all launchers at its exit.
     * The hooks of an exit run side by side, and this one would end programs while others still
     * wait for the requests that these answer.
     */
    private static final String END_AT_EXIT = "dev.gatehouse.process.endAtExit";

    // Under numbers of their own: pids come again, and the hash of an object itself is dear.
    private final Map<Long, OwnedProgram> programs = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final Thread shutdownHook = new Thread(this::endAll, "gatehouse-programs-shutdown");
    private volatile boolean closed;

    OwnedPrograms() {
        if (Boolean.parseBoolean(System.getProperty(END_AT_EXIT, "true"))) {
            Runtime.getRuntime().addShutdownHook(shutdownHook);
        }
    }

    void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the launcher is closed");
        }
    }

    /** Takes over a program; it is forgotten when it is gone. */
    <P extends OwnedProgram> P own(P program) {
        long number = lastNumber.incrementAndGet();
        programs.put(number, program);
        program.gone().whenComplete((nothing, failure) -> programs.remove(number));
        if (closed) {
            program.close();
            throw new IllegalStateException("the launcher is closed");
        }
        return program;
    }

    @Override
    public void close() {
        closed = true;
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(shutdownHook);
        } catch (IllegalStateException e) {
            // The JVM is exiting; the hook runs, or has run, and finds nothing to do.
        }
    }

    private void endAll() {
        List<OwnedProgram> all = List.copyOf(programs.values());
        all.forEach(OwnedProgram::askToEnd);
        awaitEach(all.stream().map(OwnedProgram::onExit).toList(), Deadline.after(GRACE));
        all.forEach(OwnedProgram::close);
        awaitEach(all.stream().map(OwnedProgram::gone).toList(), Deadline.after(UNTIL_GONE));
    }

    /** Also if the thread is interrupted: whoever closes a launcher wants nothing to be left. */
    private static void awaitEach(List<? extends Future<?>> events, Deadline deadline) {
        boolean interrupted = false;
        for (Future<?> event : events) {
            interrupted |= await(event, deadline);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread was interrupted meanwhile. */
    private static boolean await(Future<?> event, Deadline deadline) {
        boolean interrupted = false;
        while (!event.isDone() && !deadline.passed()) {
            try {
                event.get(Math.max(0, deadline.remaining()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                // This one takes too long; the others share its deadline.
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        return interrupted;
    }
}
