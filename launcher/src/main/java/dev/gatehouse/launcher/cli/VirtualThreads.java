package dev.gatehouse.launcher.cli;

/** What the running JVM's virtual threads are good for. */
final class VirtualThreads {

    private static final int FIRST = 21;

    /** JEP 491: a virtual thread that waits in {@code synchronized} no longer holds a core. */
    private static final int UNPINNED = 24;

    private VirtualThreads() {}

    static boolean exist() {
        return Runtime.version().feature() >= FIRST;
    }

    static boolean areDefault() {
        return Runtime.version().feature() >= UNPINNED;
    }
}
