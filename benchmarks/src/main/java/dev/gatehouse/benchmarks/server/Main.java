package dev.gatehouse.benchmarks.server;

import java.nio.file.Path;
import java.util.Map;
import org.apache.catalina.LifecycleException;

/**
 * {@code Main FORM WORKLOAD PORT DIRECTORY [virtual]}: serves one {@link Workload}, or one Python
 * module, until it is ended by a signal.
 */
public final class Main {

    private Main() {}

    /**
     * Starts the server.
     *
     * @param arguments the form (plain or gateway) and the workload in lower case, or {@code
     *     python} and a module; the port; an existing directory that is Tomcat's and holds the
     *     file, the scripts or the module; and {@code virtual} for virtual threads
     * @throws LifecycleException if the container does not start
     */
    public static void main(String[] arguments) throws LifecycleException {
        int port = Integer.parseInt(arguments[2]);
        Path directory = Path.of(arguments[3]).toAbsolutePath();
        boolean virtual = arguments.length > 4 && arguments[4].equals("virtual");
        Container container = new Container(directory, port, virtual);
        addServlets(container, arguments[0], arguments[1], directory);
        container.serve();
    }

    private static void addServlets(
            Container container, String form, String workload, Path directory) {
        if (form.equals(PythonWorkers.FORM)) {
            container.add(
                    "/", PythonWorkers.servlet(), PythonWorkers.parameters(workload, directory));
            return;
        }
        Workload named = Workload.named(workload);
        container.add("/", named.servlet(form, directory), Map.of());
        if (named == Workload.SCRIPTS) {
            container.add(Scripts.PATTERN, Scripts.servlet(form), Scripts.PARAMETERS);
        }
    }
}
