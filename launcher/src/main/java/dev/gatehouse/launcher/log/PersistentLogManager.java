package dev.gatehouse.launcher.log;

import java.util.logging.LogManager;

/**
 * Keeps its handlers when the process ends: the default one takes them away while requests are
 * still being finished (JDK-8161253).
 */
public final class PersistentLogManager extends LogManager {

    private volatile boolean configured;

    /** For java.util.logging, which finds the class by name. */
    public PersistentLogManager() {}

    void setConfigured() {
        configured = true;
    }

    @Override
    public void reset() {
        if (!configured) {
            super.reset();
        }
    }
}
