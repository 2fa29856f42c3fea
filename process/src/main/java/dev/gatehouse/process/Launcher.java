package dev.gatehouse.process;

/**
 * Starts programs and owns them.
 *
 * <p>What is still running when the launcher is closed, or when the JVM exits, is ended with its
 * group: SIGTERM, two seconds of grace, SIGKILL. Nothing can be done when the JVM itself is ended
 * by SIGKILL: programs then read end of file on stdin and get SIGPIPE when they write. Safe for use
 * by any number of threads.
 */
public interface Launcher extends AutoCloseable {

    /**
     * The best launcher of this JVM: {@code posix_spawn} through the foreign-function API, where
     * there is one (Java 22 or newer, Linux on x86-64 or AArch64), native access is allowed and the
     * C library has all that is needed; otherwise {@link #processBuilder()}, and one log line says
     * why.
     */
    static Launcher best() {
        return PosixSpawn.launcherOrElse(ProcessBuilderLauncher::insteadOfPosixSpawn);
    }

    /**
     * The launcher on {@link ProcessBuilder}, which runs everywhere.
     *
     * <p>What it owes in comparison:
     *
     * <ul>
     *   <li>Values are exact only if the JVM's locale can carry them (UTF-8 in a UTF-8 locale);
     *       others are refused.
     *   <li>Without {@link Command#inOwnSession()} a group is what can be found: descendants, and
     *       whoever holds stdout or stderr. A process whose parent has exited and that has
     *       redirected both escapes, and so does what a program leaves behind that exits before
     *       {@link #launch} returns.
     *   <li>An exit code from 129 to 192 is taken for a signal.
     *   <li>What a background process writes after the exit of the program may be lost.
     *   <li>A waiting read or write takes a platform thread.
     *   <li>A file that is neither script nor ELF or Mach-O is refused, also where the system knows
     *       how to run it (binfmt_misc).
     * </ul>
     */
    static Launcher processBuilder() {
        return new ProcessBuilderLauncher();
    }

    /** How programs are started, for logs: {@code posix_spawn} or {@code ProcessBuilder}. */
    String mechanism();

    /**
     * Starts a program. A file that is still open for writing (ETXTBSY) is tried again three times,
     * within 80 ms.
     *
     * @throws LaunchException if it cannot be started
     * @throws IllegalStateException if the launcher is closed
     */
    RunningProgram launch(Command command) throws LaunchException;

    /**
     * Ends all programs and frees everything; no thread is left. Idempotent; waits until they are
     * gone, at most a few seconds.
     */
    @Override
    void close();
}
