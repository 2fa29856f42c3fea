package dev.gatehouse.it.support;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** How Linux schedules processes, as util-linux's chrt tells it. */
public final class Scheduling {

    /** What a thread has unless somebody asked for something else. */
    public static final String OTHER = "SCHED_OTHER";

    /** Its threads do not interrupt others when they wake. */
    public static final String BATCH = "SCHED_BATCH";

    private Scheduling() {}

    /** The program that tells and changes it. */
    public static Path chrt() {
        return Requires.present(Program.installed("chrt"), "chrt, Debian's package util-linux");
    }

    /** The policies of all threads of a process; one that ends meanwhile is passed over. */
    public static Set<String> of(long pid) throws Exception {
        return told(Program.of(chrt(), "--all-tasks", "--pid", pid).end("").output());
    }

    /** The policies in what chrt has printed. */
    public static Set<String> told(String output) {
        return output.lines()
                .filter(line -> line.contains("policy"))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .collect(Collectors.toSet());
    }
}
