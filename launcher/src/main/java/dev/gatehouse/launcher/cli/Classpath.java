package dev.gatehouse.launcher.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * Folders and jar files to load classes from.
 *
 * @param entries all of them, absolute, in order
 */
record Classpath(List<Path> entries) {

    static final Classpath EMPTY = new Classpath(List.of());

    private static final String ALL = "*";

    Classpath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a class path as {@code java -cp} does.
     *
     * @param text entries separated as the platform does; {@code folder/*} stands for all jar files
     *     in a folder
     * @throws IllegalArgumentException if an entry does not exist, or is no jar file
     */
    static Classpath parse(String text) {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split(Pattern.quote(File.pathSeparator))) {
            if (entry.equals(ALL) || entry.endsWith(File.separator + ALL)) {
                entries.addAll(jars(absolute(entry.substring(0, entry.length() - 1))));
            } else if (!entry.isEmpty()) {
                entries.add(existing(absolute(entry)));
            }
        }
        return new Classpath(entries);
    }

    private static Path absolute(String entry) {
        return Path.of(entry).toAbsolutePath().normalize();
    }

    private static Path existing(Path entry) {
        if (!Files.isReadable(entry)) {
            throw new IllegalArgumentException("no such file or folder: " + entry);
        }
        if (!Files.isDirectory(entry)) {
            requireJar(entry);
        }
        return entry;
    }

    private static void requireJar(Path entry) {
        try {
            new ZipFile(entry.toFile()).close();
        } catch (IOException e) {
            throw new IllegalArgumentException("neither a folder nor a jar file: " + entry, e);
        }
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new IllegalArgumentException("no such folder: " + folder, e);
        }
    }
}
