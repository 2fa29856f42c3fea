package dev.gatehouse.launcher.log;

import java.util.List;
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
        Quiet.LOGGERS.forEach(logger -> logger.setLevel(Level.WARNING));
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

    /**
     * Loggers whose news are none to who started this by hand: how Tomcat starts, and how programs
     * are run. A class of its own, as the first logger decides who manages all of them.
     */
    private static final class Quiet {

        /** Held: java.util.logging forgets a logger, and its level, that nobody refers to. */
        static final List<Logger> LOGGERS =
                List.of(
                        TomcatLog.LOGGER,
                        Logger.getLogger("dev.gatehouse.process"),
                        Logger.getLogger("dev.gatehouse.cgi"),
                        Logger.getLogger("dev.gatehouse.python"));

        private Quiet() {}
    }
}
