package dev.gatehouse.python;

import dev.gatehouse.gateway.Settings;
import dev.gatehouse.process.NativeStrings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The environment of worker processes: little of the JVM's, and what the deployer wants. */
final class WorkerEnvironment {

    private static final String DEFAULT_PATH = "/usr/local/bin:/usr/bin:/bin";

    /** In the place of a name: all that there are. */
    private static final String ALL = "*";

    private static final List<String> PASSED =
            List.of("PATH", "HOME", "USER", "LOGNAME", "TZ", "TMPDIR");

    private WorkerEnvironment() {}

    /** What comes from the JVM, names and values native strings. */
    static Map<String, String> inherited(Settings settings, Map<String, String> jvm) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("PATH", DEFAULT_PATH);
        List<String> wanted = settings.get(WorkerSettings.PASS_ENVIRONMENT);
        Stream.concat(
                        PASSED.stream(),
                        wanted.contains(ALL) ? jvm.keySet().stream() : wanted.stream())
                .filter(jvm::containsKey)
                .forEach(
                        name ->
                                environment.put(
                                        NativeStrings.ofUtf8(name),
                                        NativeStrings.ofUtf8(jvm.get(name))));
        return environment;
    }

    /** What the settings say, likewise. */
    static Map<String, String> set(Settings settings) {
        Map<String, String> environment = new TreeMap<>();
        String locale = NativeStrings.ofUtf8(settings.get(WorkerSettings.LOCALE));
        environment.put("LANG", locale);
        environment.put("LC_ALL", locale);
        settings.family(WorkerSettings.ENVIRONMENT)
                .forEach(
                        (name, value) ->
                                environment.put(
                                        NativeStrings.ofUtf8(name), NativeStrings.ofUtf8(value)));
        return environment;
    }
}
