package dev.gatehouse.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A JDK of this machine.
 *
 * @param home its folder
 */
public record Jdk(Path home) {

    /**
     * Finds a JDK of a feature release: the one that runs the tests, or one installed beside it.
     */
    public static Optional<Jdk> find(int feature) {
        return candidates().stream()
                .filter(home -> Files.isExecutable(home.resolve("bin/jcmd")))
                .map(Jdk::new)
                .filter(jdk -> jdk.feature() == feature)
                .findFirst();
    }

    /** The program of that name. */
    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static List<Path> candidates() {
        Path own = Path.of(System.getProperty("java.home"));
        List<Path> homes = new ArrayList<>(List.of(own));
        for (Path folder : List.of(own.toAbsolutePath().getParent(), Path.of("/usr/lib/jvm"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> beside = Files.list(folder)) {
                    homes.addAll(beside.sorted().toList());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return homes;
    }

    private int feature() {
        Path release = home.resolve("release");
        try (Stream<String> lines =
                Files.isReadable(release) ? Files.lines(release) : Stream.of()) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("[^0-9.]", "").split("\\.")[0])
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
