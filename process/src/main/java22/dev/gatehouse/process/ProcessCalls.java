package dev.gatehouse.process;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/** System calls on processes that are our children. */
final class ProcessCalls {

    static final int SIGKILL = 9;
    static final int SIGTERM = 15;

    private static final int SIGCHLD = 17;
    private static final int P_PID = 1;
    private static final int WNOHANG = 1;
    private static final int WEXITED = 4;
    private static final int WNOWAIT = 0x01000000;
    private static final int CLD_EXITED = 1;
    private static final long SYS_PIDFD_OPEN = 434;

    // Offsets in siginfo_t, the same on every 64-bit Linux.
    private static final long SI_CODE = 8;
    private static final long SI_PID = 16;
    private static final long SI_STATUS = 24;
    private static final long SIGINFO_SIZE = 128;

    private static final MethodHandle KILL =
            NativeFunction.plain("kill", JAVA_INT, JAVA_INT, JAVA_INT);
    private static final MethodHandle SIGNAL =
            NativeFunction.plain("signal", ADDRESS, JAVA_INT, ADDRESS);
    private static final MethodHandle WAITID =
            NativeFunction.withErrno("waitid", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
    private static final MethodHandle SYSCALL =
            NativeFunction.variadicWithErrno(
                    "syscall", 1, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT);

    private ProcessCalls() {}

    /** Finds every function, or fails as the initialization of this class. */
    static void link() {}

    static void killGroup(int pid, int signal) {
        try {
            int ignored = (int) KILL.invokeExact(-pid, signal);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** Children of a process that ignores SIGCHLD leave no exit status (waitpid(2), NOTES). */
    static void stopIgnoringChildren() {
        try {
            MemorySegment ignored = (MemorySegment) SIGNAL.invokeExact(SIGCHLD, MemorySegment.NULL);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    /** How a child ended, if it did; the child stays in the process table. */
    static Optional<ExitStatus> peek(Slab slab, int pid) {
        return wait(slab, pid, WEXITED | WNOHANG | WNOWAIT);
    }

    /** As {@link #peek}, but blocks until the child ends. */
    static Optional<ExitStatus> await(Slab slab, int pid) {
        return wait(slab, pid, WEXITED | WNOWAIT);
    }

    /** How a child ended, if it did; its entry in the process table is freed. */
    static Optional<ExitStatus> reap(Slab slab, int pid) {
        return wait(slab, pid, WEXITED | WNOHANG);
    }

    /** A descriptor that becomes readable when the child ends; negative if there is none. */
    static int pidfdOpen(Slab slab, int pid) {
        try {
            return (int) (long) SYSCALL.invokeExact(slab.errno(), SYS_PIDFD_OPEN, pid, 0);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
    }

    private static Optional<ExitStatus> wait(Slab slab, int pid, int options) {
        MemorySegment info = slab.bytes().asSlice(0, SIGINFO_SIZE).fill((byte) 0);
        try {
            int result;
            do {
                result = (int) WAITID.invokeExact(slab.errno(), P_PID, pid, info, options);
            } while (result < 0 && slab.lastErrno() == Errno.EINTR);
        } catch (Throwable e) {
            throw NativeFunction.impossible(e);
        }
        if (info.get(JAVA_INT, SI_PID) == 0) {
            return Optional.empty();
        }
        int status = info.get(JAVA_INT, SI_STATUS);
        return Optional.of(
                info.get(JAVA_INT, SI_CODE) == CLD_EXITED
                        ? new ExitStatus.Exited(status)
                        : new ExitStatus.Signalled(status));
    }
}
