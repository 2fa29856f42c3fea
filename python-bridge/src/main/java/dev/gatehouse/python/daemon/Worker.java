package dev.gatehouse.python.daemon;

import dev.gatehouse.process.RunningProgram;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One worker process, as seen from here. Thread-safe. */
final class Worker {

    /** How long a process may take to end once it is told to. */
    static final Duration GRACE = Duration.ofSeconds(3);

    private final int id;
    private final WorkerFiles files;
    private final ApplicationLog applicationLog;
    private final WorkerListener listener;
    private final LastLines lastLines = new LastLines();
    private final WorkerConnections connections = new WorkerConnections();
    private final WorkerStart start;
    private final AtomicLong numbers = new AtomicLong();
    private final CompletableFuture<Void> laidToRest = new CompletableFuture<>();
    private final long since = System.nanoTime();

    private volatile Control control;
    private volatile WorkerProcess process;
    private volatile long pid;
    private volatile long lastPong = System.nanoTime();
    private volatile long lastPing = lastPong;
    private volatile boolean blamed;
    private volatile String condemned = "";

    Worker(
            int id,
            int threads,
            WorkerFiles files,
            ApplicationLog applicationLog,
            WorkerListener listener) {
        this.id = id;
        this.files = files;
        this.applicationLog = applicationLog;
        this.listener = listener;
        this.start = new WorkerStart(threads);
    }

    int id() {
        return id;
    }

    WorkerFiles files() {
        return files;
    }

    LastLines lastLines() {
        return lastLines;
    }

    ApplicationLog applicationLog() {
        return applicationLog;
    }

    /** The process id that the worker itself knows; 0 before it has dialled in. */
    long pid() {
        return pid;
    }

    /** When the process was started, as System.nanoTime tells it. */
    long since() {
        return since;
    }

    /** When the worker last showed that its interpreter runs, as System.nanoTime tells it. */
    long lastPong() {
        return lastPong;
    }

    long nextRequestNumber() {
        return numbers.incrementAndGet();
    }

    /** The request connections that are open. */
    Set<RequestConnection> connections() {
        return connections.open();
    }

    /** Completes when the worker is ready (empty), or is known not to become so. */
    CompletableFuture<Optional<StartFailure>> started() {
        return start.outcome();
    }

    /** Whether the worker became ready. */
    boolean isReady() {
        return start.isReady();
    }

    /** The process runs. */
    void launched(RunningProgram launched, Executor tasks) {
        process = new WorkerProcess(launched, lastLines, applicationLog);
        process.follow(this::exited, tasks);
    }

    /** Whether there is a process, or was. */
    boolean isLaunched() {
        return process != null;
    }

    /** Waits for the end of the process. */
    void awaitEnd(Duration timeout) throws InterruptedException {
        WorkerProcess running = process;
        if (running != null) {
            running.awaitEnd(timeout);
        }
    }

    /** Waits until everything of it is closed, if its process has ended or is about to. */
    void awaitRest(Duration timeout) throws InterruptedException {
        if (process == null) {
            return;
        }
        try {
            laidToRest.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            // Its process does not end, even now.
        }
    }

    /** The control connection is there. */
    void connected(Control connection, long processId) {
        pid = processId;
        control = connection;
    }

    /**
     * A request connection is there.
     *
     * @return whether the worker is there, too: it may have died while it dialled in
     */
    boolean connected(RequestConnection connection) {
        if (!connections.add(connection)) {
            return false;
        }
        if (start.connected()) {
            listener.ready(this);
        }
        return true;
    }

    void forget(RequestConnection connection) {
        connections.forget(connection);
    }

    /** Opens a file that the worker has open; empty if that is not possible, or not wise. */
    Optional<WorkerFile> openFile(int descriptor, long position, long length) {
        return files.isOfOtherUser()
                ? Optional.empty()
                : WorkerFile.open(pid, descriptor, position, length);
    }

    /**
     * Asks for a sign of life, unless an earlier question is unanswered: nobody reads more of them,
     * and a full socket would hold up who asks.
     */
    void ping() {
        if (lastPing - lastPong <= 0) {
            lastPing = System.nanoTime();
            tell(Frame.PING);
        }
    }

    /** Sends a frame without a payload on the control connection. */
    void tell(int type) {
        Control connection = control;
        if (connection != null) {
            connection.send(type);
        }
    }

    /** Sends a frame about one thread on the control connection. */
    void tell(int type, int slot) {
        Control connection = control;
        if (connection != null) {
            connection.send(type, slot);
        }
    }

    /** Says why the process is about to be ended, for the requests that it takes with it. */
    void condemn(String reason) {
        condemned = reason;
    }

    /**
     * Condemns the worker, unless it has become ready.
     *
     * @return whether it is to be ended
     */
    boolean giveUpStart(String reason) {
        boolean late = start.giveUp();
        if (late) {
            condemn(reason);
        }
        return late;
    }

    /** Why the process was ended by us; empty if it was not. */
    String condemned() {
        return condemned;
    }

    /** A request was in its hands when it ended, and says so in the log. */
    void blame() {
        blamed = true;
    }

    boolean isBlamed() {
        return blamed;
    }

    /** Ends the process; waits for at most the grace. */
    void terminate(Duration grace) {
        WorkerProcess running = process;
        if (running != null) {
            running.terminate(grace);
        }
    }

    /** How the process ended and what it said last; empty if it goes on. Waits a moment. */
    Optional<String> death() {
        return process.death();
    }

    /** It has shown that its interpreter runs. */
    void heard() {
        lastPong = System.nanoTime();
    }

    /** The application is loaded. */
    void loaded() {
        if (start.loaded()) {
            listener.ready(this);
        }
    }

    /** The source of a loaded module has changed. */
    void changed(String file) {
        listener.changed(this, file);
    }

    /** The worker does not become ready. */
    void fail(StartFailure failure) {
        start.fail(failure);
    }

    @Override
    public String toString() {
        return "worker " + id + " (pid " + pid + ")";
    }

    private void exited() {
        try {
            layToRest();
        } finally {
            laidToRest.complete(null);
        }
    }

    private void layToRest() {
        if (condemned.isEmpty()) {
            start.awaitFarewell(WorkerProcess.UNTIL_DEATH_IS_KNOWN);
        }
        fail(
                condemned.isEmpty()
                        ? new StartFailure(untimelyEnd(), "")
                        : new StartFailure(condemned, files.readStacks()));
        connections.closeAll(WorkerProcess.UNTIL_DEATH_IS_KNOWN);
        Control connection = control;
        if (connection != null) {
            connection.closeHeardOut(WorkerProcess.UNTIL_DEATH_IS_KNOWN);
        }
        process.close();
        listener.ended(this);
    }

    private String untimelyEnd() {
        String end = "the Python process " + death().orElse("ended");
        // Where our own code did not come to run, the application is not to blame.
        return control == null ? end + "; check python and pythonHome" : end;
    }
}
