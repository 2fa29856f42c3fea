package dev.gatehouse.python.support;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Clients that send one request after the other, and count what they get. */
public final class Load implements AutoCloseable {

    /** The name under which broken connections are counted. */
    public static final String BROKEN = "broken";

    private final PythonServer server;
    private final String target;
    private final String expected;
    private final AtomicBoolean stop = new AtomicBoolean();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Thread> clients = new ArrayList<>();

    private Load(PythonServer server, String target, String expected) {
        this.server = server;
        this.target = target;
        this.expected = expected;
    }

    /**
     * Starts clients.
     *
     * @param expected the body of a right answer
     */
    public static Load start(PythonServer server, int clients, String target, String expected) {
        Load load = new Load(server, target, expected);
        for (int i = 0; i < clients; i++) {
            Thread client = new Thread(load::run, "client-" + i);
            load.clients.add(client);
            client.start();
        }
        return load;
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
            String outcome = request();
            synchronized (outcomes) {
                outcomes.merge(outcome, 1, Integer::sum);
            }
        }
    }

    private String request() {
        try {
            HttpResponse<String> response = server.get(target);
            boolean wrong = response.statusCode() == 200 && !response.body().equals(expected);
            return wrong ? "wrong" : Integer.toString(response.statusCode());
        } catch (Exception e) {
            return BROKEN;
        }
    }

    @Override
    public void close() {
        stop.set(true);
    }
}
