package dev.gatehouse.python.daemon;

import java.util.Optional;

/**
 * A worker as a member of the crew: what stage of its life it is in. Guarded by the crew's lock.
 */
final class Member {

    /** The stages, in their order. */
    enum Stage {
        /** It loads the application. */
        STARTING,
        /** It takes requests. */
        SERVING,
        /** It takes no more requests, and ends once those in hand are answered. */
        LEAVING
    }

    private final Worker worker;
    private final Optional<Member> predecessor;
    private Stage stage = Stage.STARTING;
    private boolean outdated;
    private boolean interrupted;
    private long leavingSince;
    private long idleSince;

    /**
     * A worker that starts.
     *
     * @param predecessor whom it will replace
     */
    Member(Worker worker, Optional<Member> predecessor) {
        this.worker = worker;
        this.predecessor = predecessor;
    }

    Worker worker() {
        return worker;
    }

    Optional<Member> predecessor() {
        return predecessor;
    }

    Stage stage() {
        return stage;
    }

    void stage(Stage next) {
        stage = next;
    }

    /** Whether it counts towards the number of processes that there should be. */
    boolean counts() {
        return switch (stage) {
            case STARTING -> !isSpare();
            case SERVING -> true;
            case LEAVING -> false;
        };
    }

    /** Whether it is to replace one that still serves. */
    boolean isSpare() {
        return predecessor.filter(other -> other.stage == Stage.SERVING).isPresent();
    }

    /** Whether it serves an older version of the application. */
    boolean isOutdated() {
        return outdated;
    }

    void outdated(boolean old) {
        outdated = old;
    }

    /** Whether a thread of it was interrupted, and may be stuck. */
    boolean isInterrupted() {
        return interrupted;
    }

    void interrupted() {
        interrupted = true;
    }

    /** Since when it takes no more requests; 0 if that was not noticed yet. */
    long leavingSince() {
        return leavingSince;
    }

    void leavingSince(long nanoTime) {
        leavingSince = nanoTime;
    }

    /** Since when it has had no request in hand while leaving; 0 if it has one. */
    long idleSince() {
        return idleSince;
    }

    void idleSince(long nanoTime) {
        idleSince = nanoTime;
    }
}
