package dev.gatehouse.it.distribution;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.it.support.Jdk;
import java.io.IOException;

/**
 * Looks into a running JVM with its own JDK's jcmd.
 *
 * @param jdk the JDK that runs the process
 * @param pid the process
 */
record Jcmd(Jdk jdk, long pid) {

    /** How often a class is loaded, each time by another loader, after a collection. */
    long loaded(String className) throws IOException {
        run("GC.run");
        return run("VM.class_hierarchy", className)
                .lines()
                .filter(line -> line.contains(className + "/"))
                .count();
    }

    /** The names of all threads, each on a line. */
    String threads() throws IOException {
        return run("Thread.print");
    }

    private String run(String... command) throws IOException {
        String[] whole = new String[command.length + 2];
        whole[0] = jdk.program("jcmd").toString();
        whole[1] = Long.toString(pid);
        System.arraycopy(command, 0, whole, 2, command.length);
        Process jcmd = new ProcessBuilder(whole).redirectErrorStream(true).start();
        return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    }
}
