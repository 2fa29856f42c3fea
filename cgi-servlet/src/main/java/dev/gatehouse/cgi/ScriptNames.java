package dev.gatehouse.cgi;

import dev.gatehouse.process.NativeStrings;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Path segments of URLs as names of files; segments are strings whose chars are bytes. */
final class ScriptNames {

    private ScriptNames() {}

    /** Whether Servlets keep this folder from clients (Servlet 6.0, 10.5). */
    static boolean isPrivate(String segment) {
        return segment.equalsIgnoreCase("WEB-INF") || segment.equalsIgnoreCase("META-INF");
    }

    /**
     * The file of a name in a directory; empty if scripts and their folders are not called so: dot
     * segments and hidden files, private folders, backslashes and control characters.
     */
    static Optional<Path> resolve(Path directory, String segment) {
        if (segment.charAt(0) == '.' || isPrivate(segment)) {
            return Optional.empty();
        }
        boolean ascii = true;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c < ' ' || c == 0x7F || c == '\\') {
                return Optional.empty();
            }
            ascii &= c < 0x80;
        }
        try {
            return Optional.of(
                    directory.resolve(
                            ascii ? Path.of(segment) : exact('/' + segment).getFileName()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /**
     * The path that a native string names.
     *
     * @throws InvalidPathException if it contains NUL
     */
    static Path path(String bytes) {
        return bytes.chars().allMatch(c -> c < 0x80) ? Path.of(bytes) : exact(bytes);
    }

    /** A URI is the only way to give a path its bytes, whatever the locale of the JVM is. */
    private static Path exact(String bytes) {
        StringBuilder uri = new StringBuilder("file://");
        for (int i = 0; i < bytes.length(); i++) {
            char c = bytes.charAt(i);
            if (c == '/') {
                uri.append(c);
            } else {
                uri.append('%').append(Character.forDigit(c >> 4, 16));
                uri.append(Character.forDigit(c & 0xF, 16));
            }
        }
        return Path.of(URI.create(uri.toString()));
    }

    /** Whether a file, given by its absolute path, is called exactly so, byte for byte. */
    static boolean isNamed(Path file, String segment) {
        String bytes = NativeStrings.of(file);
        return bytes.substring(bytes.lastIndexOf('/') + 1).equals(segment);
    }
}
