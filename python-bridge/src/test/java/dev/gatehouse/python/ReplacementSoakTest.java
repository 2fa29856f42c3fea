package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.Await;
import dev.gatehouse.python.support.Load;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are reloaded, and recycled for their requests and their age, all at once and under
 * load: no request fails. For a minute; with {@code -Dgatehouse.soak=full} for 100,000 requests.
 */
class ReplacementSoakTest {

    private static final boolean FULL = "full".equals(System.getProperty("gatehouse.soak"));
    private static final int REQUESTS = 100_000;
    private static final long NANOSECONDS = 60_000_000_000L;
    private static final int FEWEST_PROCESSES = 20;

    @TempDir Path folder;

    @Test
    void losesNoRequest() throws Exception {
        Path script =
                Files.writeString(
                        folder.resolve("site.wsgi"),
                        """
                        def application(environ, start_response):
                            start_response('200 OK', [('Content-Type', 'text/plain')])
                            return [environ['wsgi.input'].read() or b'hello']
                        """);
        Set<Long> processes = new HashSet<>();
        long start = System.nanoTime();
        try (PythonServer server =
                        PythonServer.bare(
                                "application=python:" + script,
                                "processes=2",
                                "threads=4",
                                "maximumRequests=500",
                                "restartInterval=4s");
                Load hello = Load.start(server, 4, "/", "hello");
                Load uploads = Load.echo(server, 2, "/", new byte[200_000])) {
            for (int reloads = 1;
                    FULL
                            ? hello.count() + uploads.count() < REQUESTS
                            : System.nanoTime() - start < NANOSECONDS
                                    || processes.size() <= FEWEST_PROCESSES;
                    reloads++) {
                List<Long> before = server.pids();
                Files.setLastModifiedTime(script, FileTime.fromMillis(reloads * 5000L));
                Await.until("new processes", () -> isOther(server, before));
                processes.addAll(server.pids());
            }

            assertThat(hello.outcomes()).containsOnlyKeys("200");
            assertThat(uploads.outcomes()).containsOnlyKeys("200");
            assertThat(processes).as("processes in turn").hasSizeGreaterThan(FEWEST_PROCESSES);
        }
    }

    private static boolean isOther(PythonServer server, List<Long> before) {
        List<Long> now = server.pids();
        return !now.isEmpty() && now.stream().noneMatch(before::contains);
    }
}
