package dev.gatehouse.python.daemon;

import dev.gatehouse.python.daemon.Member.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All workers of a pool that have not ended, each with its stage. Thread-safe. */
final class Crew {

    private final ReentrantLock lock = new ReentrantLock();
    private final List<Member> members = new ArrayList<>();

    /** Runs something while nobody else changes the crew; it must not block. */
    <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    Member add(Worker worker, Optional<Member> predecessor) {
        return locked(
                () -> {
                    Member member = new Member(worker, predecessor);
                    members.add(member);
                    return member;
                });
    }

    /** Takes out a worker that has ended; returns what it was. */
    Optional<Member> remove(Worker worker) {
        return locked(
                () -> {
                    Optional<Member> member = find(worker);
                    member.ifPresent(members::remove);
                    return member;
                });
    }

    /** Changes a member, if the worker is one. */
    void with(Worker worker, Consumer<Member> change) {
        locked(
                () -> {
                    find(worker).ifPresent(change);
                    return true;
                });
    }

    /** Moves a worker to a stage, if it is in the stage before. */
    Optional<Member> advance(Worker worker, Stage from, Stage to) {
        return locked(
                () -> {
                    Optional<Member> member = find(worker).filter(found -> found.stage() == from);
                    member.ifPresent(found -> found.stage(to));
                    return member;
                });
    }

    /** Those who are here now. */
    List<Member> members() {
        return locked(() -> List.copyOf(members));
    }

    /** Those in one stage. */
    List<Member> in(Stage stage) {
        return members().stream().filter(member -> member.stage() == stage).toList();
    }

    /** Changes all members. */
    void forEach(Consumer<Member> change) {
        locked(
                () -> {
                    members.forEach(change);
                    return true;
                });
    }

    /** How many count towards the number of processes that there should be. */
    int strength() {
        return locked(() -> (int) members.stream().filter(Member::counts).count());
    }

    private Optional<Member> find(Worker worker) {
        return members.stream().filter(member -> member.worker() == worker).findFirst();
    }
}
