package dev.gatehouse.it.python;

import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a Python application is deployed.
 *
 * @param container where
 * @param validated whether within {@code wsgiref.validate}, which checks both sides of the contract
 */
record Deployment(Container container, boolean validated) {

    /** Where the applications lie. */
    static final Path APPLICATIONS = Path.of("src", "test", "python").toAbsolutePath();

    /** All that the tests run on: the container of the launcher, and another one. */
    static List<Deployment> all() {
        return Stream.of(Container.TOMCAT_11, Container.JETTY_12_1)
                .flatMap(
                        container ->
                                Stream.of(
                                        new Deployment(container, false),
                                        new Deployment(container, true)))
                .toList();
    }

    /**
     * Starts the container with one application, at {@code /app}.
     *
     * @param folder the working folder of the application, in {@link #APPLICATIONS}
     * @param module has the application as {@code app}, and within the validator as {@code
     *     validated}
     * @param parameters init-params
     */
    PythonSite start(String folder, String module, Map<String, String> parameters)
            throws Exception {
        String callable = validated ? "validated" : "app";
        ServletSpec servlet =
                ServletSpec.gateway("site", "python:" + module + ":" + callable, "/*")
                        .with("chdir", APPLICATIONS.resolve(folder).toString())
                        .with("pythonHome", Venv.present().toString())
                        // Machines that build are busy.
                        .with("startupTimeout", "120s")
                        .with("environment.PYTHONDONTWRITEBYTECODE", "1");
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            servlet = servlet.with(parameter.getKey(), parameter.getValue());
        }
        return PythonSite.start(container, WebApp.of("/app", servlet));
    }

    @Override
    public String toString() {
        return container + (validated ? ", validated" : "");
    }
}
