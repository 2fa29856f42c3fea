package dev.gatehouse.cgi;

import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.NativeStrings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that are the same for every script. */
final class Environment {

    private static final String PATH = "PATH";
    private static final String STANDARD_PATH = "/usr/local/bin:/usr/bin:/bin";

    private Environment() {}

    /**
     * The variables of the host that scripts get, and those of the deployer.
     *
     * @param host those of the JVM
     * @return native strings
     */
    static Map<String, String> of(Settings settings, Map<String, String> host) {
        Map<String, String> variables = new HashMap<>();
        variables.put(PATH, STANDARD_PATH);
        if (settings.get(TomcatSettings.PASS_SHELL_ENVIRONMENT)) {
            host.forEach((name, value) -> put(variables, name, value));
        }
        List<String> passed = settings.get(CgiSettings.PASS_ENVIRONMENT);
        passed.stream()
                .filter(host::containsKey)
                .forEach(name -> put(variables, name, host.get(name)));
        settings.family(TomcatSettings.ENVIRONMENT_VARIABLES)
                .forEach((name, value) -> put(variables, name, value));
        return variables;
    }

    private static void put(Map<String, String> variables, String name, String value) {
        variables.put(NativeStrings.ofUtf8(name), NativeStrings.ofUtf8(value));
    }
}
