package dev.gatehouse.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program of ProcessBuilder and what it has started, as far as that can be found.
 *
 * <p>With a session of its own: its process group. Without: the descendants at the time of each
 * signal, and those of earlier signals; a process whose parent had exited before cannot be found.
 */
final class ProcessTree {

    private static final System.Logger LOG = System.getLogger(ProcessTree.class.getName());
    private static final File DEV_NULL = new File("/dev/null");

    private final ProcessHandle root;
    private final boolean session;
    private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

    ProcessTree(ProcessHandle root, boolean session) {
        this.root = root;
        this.session = session;
    }

    /** Sends SIGTERM; completes when that is done. */
    CompletableFuture<Void> terminate() {
        discover();
        CompletableFuture<Void> group = signalGroup("TERM");
        root.destroy();
        known.forEach(ProcessHandle::destroy);
        return group;
    }

    /** Sends SIGKILL; completes when that is done. */
    CompletableFuture<Void> kill() {
        discover();
        CompletableFuture<Void> group = signalGroup("KILL");
        root.destroyForcibly();
        known.forEach(ProcessHandle::destroyForcibly);
        return group;
    }

    private void discover() {
        if (root.isAlive()) {
            root.descendants().forEach(known::add);
        }
    }

    // Java has no kill(2) for groups.
    private CompletableFuture<Void> signalGroup(String signal) {
        if (!session) {
            return CompletableFuture.completedFuture(null);
        }
        try {
            Process kill =
                    new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " -- -" + root.pid())
                            .redirectInput(Redirect.from(DEV_NULL))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start();
            return kill.onExit().thenApply(process -> null);
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot send SIG" + signal + " to the group of process " + root.pid(),
                    e);
            return CompletableFuture.completedFuture(null);
        }
    }
}
