package dev.gatehouse.python.support;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Clients that send one request after the other, and count what they get. */
public final class Load implements AutoCloseable {

    /** The name under which broken connections are counted. */
    public static final String BROKEN = "broken";

    private final Callable<HttpResponse<byte[]>> request;
    private final byte[] expected;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Thread> clients = new ArrayList<>();

    private Load(Callable<HttpResponse<byte[]>> request, byte[] expected) {
        this.request = request;
        this.expected = expected;
    }

    /**
     * Starts clients that send GET requests.
     *
     * @param expected the body of a right answer
     */
    public static Load start(PythonServer server, int clients, String target, String expected) {
        return new Load(
                        () -> server.send("GET", target, BodyHandlers.ofByteArray()),
                        expected.getBytes(StandardCharsets.UTF_8))
                .start(clients);
    }

    /** Starts clients that send a body, and expect it back. */
    public static Load echo(PythonServer server, int clients, String target, byte[] body) {
        return new Load(() -> server.post(target, BodyPublishers.ofByteArray(body)), body)
                .start(clients);
    }

    private Load start(int count) {
        for (int i = 0; i < count; i++) {
            Thread client = new Thread(this::run, "client-" + i);
            clients.add(client);
            client.start();
        }
        return this;
    }

    /** Goes on for so many milliseconds. */
    public Load during(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
        return this;
    }

    /** How many answers there were so far. */
    public int count() {
        synchronized (outcomes) {
            return outcomes.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Stops the clients, and says how often each status, {@code wrong} or {@link #BROKEN} came. */
    public Map<String, Integer> outcomes() throws InterruptedException {
        stop.set(true);
        for (Thread client : clients) {
            client.join(60_000);
            if (client.isAlive()) {
                throw new AssertionError("a request hangs");
            }
        }
        return outcomes;
    }

    private void run() {
        while (!stop.get()) {
            String outcome = outcome();
            synchronized (outcomes) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
    }

    private String outcome() {
        try {
            HttpResponse<byte[]> response = request.call();
            boolean right = Arrays.equals(response.body(), expected);
            return response.statusCode() == 200 && !right
                    ? "wrong"
                    : Integer.toString(response.statusCode());
        } catch (Exception e) {
            return BROKEN;
        }
    }

    @Override
    public void close() {
        stop.set(true);
    }
}
