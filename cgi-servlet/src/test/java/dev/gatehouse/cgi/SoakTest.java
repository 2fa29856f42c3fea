package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Good and bad scripts, good and bad clients, and scripts that are killed, all at once: every
 * answer is right or an explicit error, and nothing is left. With {@code -Dgatehouse.soak=full}
 * 10,000 requests, else as many as fit into a minute.
 */
class SoakTest {

    private static final boolean FULL = "full".equals(System.getProperty("gatehouse.soak"));
    private static final int CLIENTS = 8;
    private static final int MOST_REQUESTS = 10_000;
    private static final Duration MOST_TIME = FULL ? Duration.ofHours(1) : Duration.ofMinutes(1);

    /** A kind of request: what it asks for, and whether an answer to it is right. */
    private interface Kind {

        void run(Site site, Random random) throws IOException;
    }

    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger right = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    @Test
    @DisplayName("after many faults nothing is left, and no answer was wrong")
    void soak() throws Exception {
        long threads = Remains.threads();
        try (Site site =
                Site.start(
                        Container.TOMCAT,
                        Map.of(
                                "headerTimeout", "500ms",
                                "idleTimeout", "1500ms",
                                "maxProcesses", "6",
                                "maxQueue", "4",
                                "stderrRate", "1K"))) {
            writeScripts(site);
            for (Kind kind : kinds()) {
                kind.run(site, new Random(1));
            }
            Await.until("the first round has ended", () -> Remains.processes() == 0);
            long descriptors = Remains.descriptors();

            runAll(site);

            assertThat(wrong).isEmpty();
            assertThat(right.get()).as("answers, 503 apart").isGreaterThan(FULL ? 4000 : 200);
            assertThat(late.get()).as("504 on a busy machine").isLessThan(right.get() / 100);
            Await.until("no process is left", () -> Remains.processes() == 0);
            Await.until("no descriptor is left", () -> Remains.descriptors() <= descriptors + 12);
            assertThat(bodiesOnDisk(site)).isEmpty();
        }
        Await.until("no thread is left", () -> Remains.threads() <= threads);
    }

    private void runAll(Site site) throws InterruptedException {
        long end = System.nanoTime() + MOST_TIME.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            Random random = new Random(client);
            clients.execute(
                    () -> {
                        List<Kind> kinds = kinds();
                        while (requests.incrementAndGet() <= MOST_REQUESTS
                                && System.nanoTime() < end) {
                            runOne(kinds.get(random.nextInt(kinds.size())), site, random);
                        }
                    });
        }
        clients.shutdown();
        assertThat(clients.awaitTermination(MOST_TIME.toSeconds() + 60, TimeUnit.SECONDS)).isTrue();
    }

    private void runOne(Kind kind, Site site, Random random) {
        try {
            kind.run(site, random);
        } catch (IOException | RuntimeException | AssertionError e) {
            wrong.add(e.toString());
        }
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            kinds.add(expecting("hello", "hello\n", 200));
        }
        kinds.add(this::echo);
        kinds.add(this::chunked);
        kinds.add(this::goesAway);
        kinds.add(this::goesAwayWithinBody);
        kinds.add(this::killed);
        kinds.add(expecting("empty", "502 Bad Gateway\n", 502));
        kinds.add(expecting("crash", "502 Bad Gateway\n", 502));
        kinds.add(expecting("none", "404 Not Found\n", 404));
        kinds.add(expecting("flood", "flood\n", 200));
        kinds.add(expecting("silent", "504 Gateway Timeout\n", 504));
        kinds.add(expecting("background", "background\n", 200));
        return kinds;
    }

    private Kind expecting(String script, String text, int status) {
        return (site, random) -> check(site.get("/cgi-bin/" + script), status, text);
    }

    private void echo(Site site, Random random) throws IOException {
        String body = "0123456789".repeat(random.nextInt(30_000) + 1);
        check(site.request("POST", "/cgi-bin/echo", body), 200, body);
    }

    private void chunked(Site site, Random random) throws IOException {
        String body = "abcdefghij".repeat(random.nextInt(20_000) + 1);
        try (Wire wire = site.connect()) {
            wire.send(
                    "POST /cgi-bin/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                            + "Connection: close\r\n\r\n"
                            + Integer.toHexString(body.length())
                            + "\r\n"
                            + body
                            + "\r\n0\r\n\r\n");
            check(wire.receive(), 200, body);
        }
    }

    private void goesAway(Site site, Random random) throws IOException {
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/forever HTTP/1.1\r\nHost: x\r\n\r\n");
            if (random.nextBoolean()) {
                wire.firstByte();
            }
            wire.reset();
        }
    }

    private void goesAwayWithinBody(Site site, Random random) throws IOException {
        try (Wire wire = site.connect()) {
            wire.send("POST /cgi-bin/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n");
            wire.send("x".repeat(random.nextInt(200_000)));
            wire.reset();
        }
    }

    /** The script kills itself somewhere; half an answer must not look like a whole one. */
    private void killed(Site site, Random random) throws IOException {
        Response response = site.get("/cgi-bin/killed?" + random.nextInt(200_000));
        boolean brokenOff = response.status() == 200 && !response.complete();
        if (!brokenOff && response.status() != 502 && response.status() != 503) {
            wrong.add("killed: " + response.status() + " with " + response.body().length);
        }
    }

    private void check(Response response, int status, String text) {
        boolean asExpected =
                response.status() == status && response.complete() && response.text().equals(text);
        if (asExpected) {
            right.incrementAndGet();
        } else if (response.status() == 504) {
            late.incrementAndGet();
        } else if (response.status() != 503) {
            wrong.add(
                    "%d instead of %d, %d bytes instead of %d"
                            .formatted(
                                    response.status(),
                                    status,
                                    response.body().length,
                                    text.length()));
        }
    }

    private static void writeScripts(Site site) throws IOException {
        String head = "printf 'Content-Type: text/plain\\n\\n'";
        site.script("hello", "#!/bin/sh", head, "echo hello");
        site.script("echo", "#!/bin/sh", head, "exec cat");
        site.script("empty", "#!/bin/sh");
        site.script("crash", "#!/bin/sh", "kill -SEGV $$");
        site.script("silent", "#!/bin/sh", "sleep 5");
        site.script("flood", "#!/bin/sh", "head -c 200000 /dev/zero >&2", head, "echo flood");
        site.script("forever", "#!/bin/sh", head, "exec cat /dev/zero");
        site.script("background", "#!/bin/sh", head, "echo background", "sleep 2 &");
        site.script("killed", "#!/bin/sh", head, "head -c $QUERY_STRING /dev/zero", "kill -9 $$");
    }

    private static List<Path> bodiesOnDisk(Site site) throws IOException {
        try (Stream<Path> files = Files.walk(site.folder())) {
            return files.filter(file -> file.getFileName().toString().startsWith("body-")).toList();
        }
    }
}
