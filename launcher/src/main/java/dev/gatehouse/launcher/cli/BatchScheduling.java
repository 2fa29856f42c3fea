package dev.gatehouse.launcher.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Has Linux schedule this process under SCHED_BATCH (sched(7)): a thread that wakes waits for its
 * turn instead of interrupting one that computes. A server wakes several threads for each request;
 * where they interrupt the very program that computes the answer, that takes a third of the
 * machine. Threads and programs that are started later inherit it.
 */
final class BatchScheduling {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.launcher");

    /** The policy of a process, counted from the field after its name (proc(5)). */
    private static final int POLICY = 38;

    private static final String OTHER = "0";

    private BatchScheduling() {}

    /**
     * Asks for it, through util-linux's chrt, and does not wait. Without chrt, on other systems,
     * and where whoever started this process has chosen a policy, nothing changes.
     */
    static void request() {
        try {
            if (!policy().equals(OTHER)) {
                return;
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            new ProcessBuilder("chrt", "--batch", "--all-tasks", "--pid", "0", pid)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "no SCHED_BATCH", e);
        }
    }

    private static String policy() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        return stat.substring(stat.lastIndexOf(')') + 2).split(" ")[POLICY];
    }
}
