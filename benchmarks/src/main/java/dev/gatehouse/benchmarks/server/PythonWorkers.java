package dev.gatehouse.benchmarks.server;

import dev.gatehouse.servlet.GatewayServlet;
import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.util.Map;

/** A Python application in worker processes. */
final class PythonWorkers {

    /** The form that stands for it on the command line. */
    static final String FORM = "python";

    private PythonWorkers() {}

    /** The servlet. */
    static Servlet servlet() {
        return new GatewayServlet();
    }

    /**
     * The same as for every other server of Python applications: their interpreter, their numbers
     * of processes and threads.
     *
     * @param module has a callable of the name {@code application}
     * @param directory where it is
     */
    static Map<String, String> parameters(String module, Path directory) {
        return Map.of(
                "application", "python:" + module + ":application",
                "chdir", directory.toString(),
                "python", "/usr/bin/python3",
                "processes", "2",
                "threads", "8");
    }
}
