package dev.gatehouse.benchmarks.server;

import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.LifecycleException;

/**
 * {@code Main FORM WORKLOAD PORT DIRECTORY [virtual]}: serves one {@link Workload} until it is
 * ended by a signal.
 */
public final class Main {

    private Main() {}

    /**
     * Starts the server.
     *
     * @param arguments the form (plain or gateway), the workload in lower case, the port, an
     *     existing directory that is Tomcat's and holds the file or the scripts, and {@code
     *     virtual} for virtual threads
     * @throws LifecycleException if the container does not start
     */
    public static void main(String[] arguments) throws LifecycleException {
        Workload workload = Workload.named(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        Path directory = Path.of(arguments[3]).toAbsolutePath();
        boolean virtual = arguments.length > 4 && arguments[4].equals("virtual");
        Container container = new Container(directory, port, virtual);
        container.add("/", workload.servlet(arguments[0], directory), Map.of());
        if (workload == Workload.SCRIPTS) {
            container.add(Scripts.PATTERN, Scripts.servlet(arguments[0]), Scripts.PARAMETERS);
        }
        container.serve();
    }
}
