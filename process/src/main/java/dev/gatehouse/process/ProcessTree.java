package dev.gatehouse.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A program of ProcessBuilder and what it has started, as far as that can be found.
 *
 * <p>With a session of its own: its process group. Besides: the descendants at the time of each
 * signal, those of earlier signals, and whoever holds its stdout or stderr.
 */
final class ProcessTree {

    private static final System.Logger LOG = System.getLogger(ProcessTree.class.getName());
    private static final File DEV_NULL = new File("/dev/null");
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ProcessHandle root;
    private final boolean session;
    private final PipeHolders holders;
    private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

    ProcessTree(ProcessHandle root, boolean session) {
        this.root = root;
        this.session = session;
        this.holders = PipeHolders.of(root.pid());
    }

    /** Sends SIGTERM; completes when that is done. */
    CompletableFuture<Void> terminate() {
        findDescendants();
        known.addAll(find(holders::find));
        // A program that has just been started has no group yet.
        String otherwise = root.isAlive() ? " || kill -s TERM " + root.pid() : "";
        Optional<CompletableFuture<Void>> group = signalGroup("TERM", otherwise);
        if (group.isEmpty()) {
            root.destroy();
        }
        // The program itself gets one signal: a second could cut off what it does at the first.
        known.stream().filter(each -> !each.equals(root)).forEach(ProcessHandle::destroy);
        return group.orElse(DONE);
    }

    /** Sends SIGKILL; completes when that is done. */
    CompletableFuture<Void> kill() {
        findDescendants();
        Optional<CompletableFuture<Void>> group = signalGroup("KILL", "");
        root.destroyForcibly();
        known.forEach(ProcessHandle::destroyForcibly);
        // Last, so that it also finds what they have started in the meantime.
        find(holders::find).forEach(ProcessHandle::destroyForcibly);
        return group.orElse(DONE);
    }

    /** As {@link #kill()}, for a program that has exited and whose pipes nobody holds any more. */
    CompletableFuture<Void> killQuietRest() {
        known.forEach(ProcessHandle::destroyForcibly);
        return signalGroup("KILL", "").orElse(DONE);
    }

    private void findDescendants() {
        if (root.isAlive()) {
            known.addAll(find(() -> root.descendants().collect(Collectors.toSet())));
        }
    }

    // To look into /proc takes a descriptor; where there is none left, the program itself must end
    // all the same.
    private Set<ProcessHandle> find(Supplier<Set<ProcessHandle>> search) {
        try {
            return search.get();
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot find what process " + root.pid() + " has started",
                    e);
            return Set.of();
        }
    }

    // Java has no kill(2) for groups.
    private Optional<CompletableFuture<Void>> signalGroup(String signal, String otherwise) {
        if (!session) {
            return Optional.empty();
        }
        try {
            Process kill =
                    ProcessStart.of(
                            new ProcessBuilder(
                                            "/bin/sh",
                                            "-c",
                                            "kill -s " + signal + " -- -" + root.pid() + otherwise)
                                    .redirectInput(Redirect.from(DEV_NULL))
                                    .redirectOutput(Redirect.DISCARD)
                                    .redirectError(Redirect.DISCARD));
            return Optional.of(kill.onExit().thenApply(process -> null));
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "cannot send SIG" + signal + " to the group of process " + root.pid(),
                    e);
            return Optional.empty();
        }
    }
}
