package dev.gatehouse.launcher.log;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * Sets up java.util.logging, where System.Logger and Tomcat both end, unless the user did so with
 * one of its own system properties.
 */
public final class Logging {

    private static final String MANAGER = "java.util.logging.manager";

    private Logging() {}

    /** To be called before anything logs. */
    public static void setUp() {
        if (isConfiguredByUser()) {
            return;
        }
        System.setProperty(MANAGER, PersistentLogManager.class.getName());
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(standardError());
        TomcatLog.LOGGER.setLevel(Level.WARNING);
        if (LogManager.getLogManager() instanceof PersistentLogManager manager) {
            manager.setConfigured();
        }
    }

    static boolean isConfiguredByUser() {
        return System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null;
    }

    private static Handler standardError() {
        Handler handler =
                new StreamHandler(System.err, new LineFormatter()) {
                    @Override
                    public void publish(LogRecord entry) {
                        super.publish(entry);
                        flush();
                    }
                };
        handler.setLevel(Level.ALL);
        return handler;
    }
}
