package dev.gatehouse.launcher;

import dev.gatehouse.launcher.cli.LauncherCommandLine;
import dev.gatehouse.launcher.log.Logging;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Runs the command line; started by {@link Bootstrap}, from the WAR. */
public final class Main {

    private static final int FIRST_JAVA_WITH_FOREIGN_FUNCTIONS = 22;

    private Main() {}

    /**
     * Runs a command, and ends the process with its exit code.
     *
     * @param args the command line
     */
    public static void main(String[] args) throws URISyntaxException {
        startProgramsFast();
        endProgramsInOrder();
        Logging.setUp();
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
        System.exit(new LauncherCommandLine(war(), out, err).run(args));
    }

    /** The stop closes every application, once the requests in flight are answered. */
    private static void endProgramsInOrder() {
        System.setProperty("dev.gatehouse.process.endAtExit", "false");
    }

    private static Path war() throws URISyntaxException {
        return Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /**
     * The default starts a helper program first, which more than doubles the cost of a start. Newer
     * JVMs need no ProcessBuilder here, and warn of this property.
     */
    private static void startProgramsFast() {
        if (Runtime.version().feature() < FIRST_JAVA_WITH_FOREIGN_FUNCTIONS
                && System.getProperty("os.name").equals("Linux")) {
            System.getProperties().putIfAbsent("jdk.lang.Process.launchMechanism", "VFORK");
        }
    }
}
