package dev.gatehouse.process;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A child process and the group that it leads, from its start until it is reaped.
 *
 * <p>The exit is learnt without reaping: as long as the child is in the process table, its number
 * cannot become somebody else's, and signals to the group are safe. Only {@link #end()} reaps. Only
 * this one pid is ever waited for, so that the children of others are left alone.
 */
final class ChildProcess {

    private final int pid;
    private final Poller poller;
    private final Pool<Slab> slabs;
    private final CompletableFuture<ExitStatus> exit = new CompletableFuture<>();
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile Deadline lingerEnd = Deadline.NEVER;

    private final ReentrantLock lock = new ReentrantLock();
    private boolean watched;
    private boolean ending;
    private boolean reaped;

    ChildProcess(int pid, Poller poller, Pool<Slab> slabs) {
        this.pid = pid;
        this.poller = poller;
        this.slabs = slabs;
    }

    int pid() {
        return pid;
    }

    /** How the child ended, if it did. */
    Optional<ExitStatus> status() {
        if (!exit.isDone()) {
            look();
        }
        return Optional.ofNullable(exit.getNow(null));
    }

    /** Completes when the child ends. */
    CompletableFuture<ExitStatus> onExit() {
        if (status().isEmpty()) {
            watch();
        }
        return exit;
    }

    /** Blocks in native code, for a moment, until the child ends; true if that cannot be done. */
    boolean endsWithin(Duration moment) {
        Slab slab = slabs.take();
        try {
            int pidfd = ProcessCalls.pidfdOpen(slab, pid);
            if (pidfd < 0) {
                return true;
            }
            int ended = DescriptorCalls.pollRead(slab, pidfd, (int) moment.toMillis());
            DescriptorCalls.close(pidfd);
            return ended != 0;
        } finally {
            slabs.give(slab);
        }
    }

    /** Completes after {@link #end()}, when the child has left the process table. */
    CompletableFuture<Void> gone() {
        return gone;
    }

    /** Until when silent streams of the child stay open; never as long as no exit is known. */
    Deadline lingerEnd() {
        return lingerEnd;
    }

    void signalGroup(int signal) {
        lock.lock();
        try {
            if (!reaped) {
                ProcessCalls.killGroup(pid, signal);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Kills what is left of the group, and reaps the child now or as soon as it has ended. */
    void end() {
        signalGroup(ProcessCalls.SIGKILL);
        lock.lock();
        try {
            ending = true;
        } finally {
            lock.unlock();
        }
        if (!look()) {
            watch();
        }
    }

    private void watch() {
        lock.lock();
        try {
            if (watched) {
                return;
            }
            watched = true;
        } finally {
            lock.unlock();
        }
        ExitWatch.start(pid, poller, slabs, this::ended);
    }

    private void ended() {
        if (!look()) {
            exit.completeExceptionally(
                    new IllegalStateException("somebody else has reaped process " + pid));
            gone.complete(null);
        }
    }

    /** Whether the child has ended; tells everybody if so. */
    private boolean look() {
        Optional<ExitStatus> status;
        boolean nowReaped;
        lock.lock();
        try {
            if (reaped) {
                return true;
            }
            status = waitNow();
            reaped = ending && status.isPresent();
            nowReaped = reaped;
        } finally {
            lock.unlock();
        }
        status.ifPresent(this::exited);
        if (nowReaped) {
            gone.complete(null);
        }
        return status.isPresent();
    }

    private Optional<ExitStatus> waitNow() {
        Slab slab = slabs.take();
        try {
            return ending ? ProcessCalls.reap(slab, pid) : ProcessCalls.peek(slab, pid);
        } finally {
            slabs.give(slab);
        }
    }

    private void exited(ExitStatus status) {
        if (!exit.isDone()) {
            lingerEnd = Deadline.after(ProgramOutput.LINGER);
            exit.complete(status);
        }
    }
}
