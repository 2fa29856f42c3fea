package dev.gatehouse.python.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The CPythons of this machine, 3.8 and newer: on PATH, and those of pyenv. */
public final class Interpreters {

    private static final String NAMES = "python3|python3\\.\\d+";
    private static final String DESCRIPTION =
            "import sys; assert sys.version_info >= (3, 8)"
                    + " and sys.implementation.name == 'cpython';"
                    + " print(sys.version.split()[0], sys.executable)";

    private static boolean there;
    private static Collection<String> found;

    private Interpreters() {}

    /** Goes on if there is one by the name that workers look for. */
    public static synchronized void require() throws InterruptedException {
        if (!there) {
            Requires.success("python3", "python3", "-c", DESCRIPTION);
            there = true;
        }
    }

    /** One of each version, the oldest first. */
    public static synchronized Collection<String> all() throws IOException, InterruptedException {
        if (found == null) {
            Map<String, String> byVersion = new TreeMap<>();
            for (Path each : candidates()) {
                String[] description = describe(each).split(" ", 2);
                if (description.length == 2) {
                    byVersion.putIfAbsent(sortable(description[0]), description[1]);
                }
            }
            found = byVersion.values();
        }
        return found;
    }

    private static List<Path> candidates() throws IOException {
        List<Path> all = new ArrayList<>();
        Path pyenv = Path.of(System.getProperty("user.home"), ".pyenv", "versions");
        for (Path version : Files.isDirectory(pyenv) ? list(pyenv) : List.<Path>of()) {
            all.add(version.resolve("bin/python3"));
        }
        for (Path folder : folders().filter(Files::isDirectory).toList()) {
            list(folder).stream()
                    .filter(each -> each.getFileName().toString().matches(NAMES))
                    .forEach(all::add);
        }
        return all.stream().filter(Files::isExecutable).toList();
    }

    private static Stream<Path> folders() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** Version and path; empty if it is none that will do, or only stands for one. */
    private static String describe(Path python) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(python.toString(), "-c", DESCRIPTION)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        String description = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        return process.waitFor() == 0 ? description : "";
    }

    private static String sortable(String version) {
        String[] parts = version.split("\\.");
        return "%03d.%03d".formatted(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
