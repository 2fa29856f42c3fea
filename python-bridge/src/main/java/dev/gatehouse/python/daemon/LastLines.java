package dev.gatehouse.python.daemon;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/** The last lines that a worker wrote to its stderr, for the report of its death. Thread-safe. */
final class LastLines {

    private static final int MOST = 20;
    private static final int LONGEST = 300;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<String> lines = new ArrayDeque<>();

    void add(String text) {
        lock.lock();
        try {
            text.lines()
                    .filter(line -> !line.isBlank())
                    .forEach(
                            line -> {
                                lines.addLast(
                                        line.length() > LONGEST
                                                ? line.substring(0, LONGEST)
                                                : line.stripTrailing());
                                if (lines.size() > MOST) {
                                    lines.removeFirst();
                                }
                            });
        } finally {
            lock.unlock();
        }
    }

    /** The lines, the oldest first; empty if there were none. */
    String text() {
        lock.lock();
        try {
            return String.join(" | ", lines);
        } finally {
            lock.unlock();
        }
    }
}
