package dev.gatehouse.process;

import java.io.IOException;

/** A program could not be started; nothing of it is left. */
public class LaunchException extends IOException {

    private static final long serialVersionUID = 1L;

    private final LaunchFailure failure;
    private final int errno;

    /**
     * A start that failed.
     *
     * @param failure why
     * @param errno the system's number, 0 if there is none
     * @param message the program and what is wrong with it, for the log
     */
    LaunchException(LaunchFailure failure, int errno, String message) {
        super(message);
        this.failure = failure;
        this.errno = errno;
    }

    /** The system refused {@code command} with {@code errno}. */
    static LaunchException of(Command command, int errno) {
        LaunchFailure failure = LaunchFailure.ofErrno(errno);
        return new LaunchException(
                failure,
                errno,
                "cannot start %s: %s (errno %d)".formatted(command, failure.meaning(), errno));
    }

    /** Why the program could not be started. */
    public LaunchFailure failure() {
        return failure;
    }

    /** The system's number for the failure, 0 if the failure is the launcher's own. */
    public int errno() {
        return errno;
    }
}
