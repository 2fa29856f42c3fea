package dev.gatehouse.it.site;

import dev.gatehouse.it.support.Await;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The packaged WAR, run by {@code java -jar} below a context path. */
final class RunningSite {

    private static final String CONTEXT = "/some-site";
    private static final long START_S = 60;
    private static final long STOP_S = 30;

    private final Process process;
    private final int port;

    private RunningSite(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts the WAR.
     *
     * @param folder for its port file and its log
     */
    static RunningSite start(Path folder) throws Exception {
        Path portFile = folder.resolve("port");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-jar",
                                System.getProperty("gatehouse.war"),
                                "--port",
                                "0",
                                "--port-file",
                                portFile.toString(),
                                "--context-path",
                                CONTEXT)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        try {
            Await.until(
                    "the site is ready",
                    START_S,
                    () -> Files.exists(portFile) || !process.isAlive());
            return new RunningSite(process, Integer.parseInt(Files.readString(portFile).strip()));
        } catch (Throwable e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The URL of the landing page. */
    String url() {
        return "http://127.0.0.1:" + port + CONTEXT + "/";
    }

    /** Ends the process, as a service manager would. */
    void stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_S, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the site did not stop");
        }
    }
}
