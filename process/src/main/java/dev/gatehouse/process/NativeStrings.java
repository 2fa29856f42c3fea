package dev.gatehouse.process;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Native strings: strings whose chars are bytes, U+0000..U+00FF (PEP 3333, "A Note On String
 * Types").
 *
 * <p>They are how arguments and environment reach a program exactly, whatever their encoding is.
 */
public final class NativeStrings {

    private NativeStrings() {}

    /** The UTF-8 bytes of a text, as a native string. */
    public static String ofUtf8(String text) {
        return isAscii(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    /**
     * The bytes that the file system has for a path, as a native string; exact even where the
     * locale of the JVM cannot decode them.
     */
    public static String of(Path path) {
        String text = path.toString();
        return isAscii(text) ? text : unescape(path);
    }

    /**
     * The bytes of a native string.
     *
     * @throws IllegalArgumentException if a char is above U+00FF
     */
    public static byte[] bytes(String nativeString) {
        requireBytes(nativeString);
        return nativeString.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Refuses what cannot be a C string: chars above U+00FF, and NUL. */
    static String requireCString(String what, String text) {
        return requireCString(what, "", text);
    }

    /** The same of something that has a name, which the message ends with. */
    static String requireCString(String what, String name, String text) {
        requireBytes(text);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(what + name + " contains NUL");
        }
        return text;
    }

    private static void requireBytes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                throw new IllegalArgumentException(
                        "not a native string: U+%04X at index %d"
                                .formatted((int) text.charAt(i), i));
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // The URI of a path is the only public view of its bytes: each one that is not a plain ASCII
    // character appears as %XX there. It ends with a slash if the path is a directory.
    private static String unescape(Path path) {
        String escaped = path.toUri().getRawPath();
        StringBuilder bytes = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char c = escaped.charAt(i);
            if (c == '%') {
                bytes.append((char) HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        int length = bytes.length();
        if (length > 1 && bytes.charAt(length - 1) == '/') {
            bytes.setLength(length - 1);
        }
        return bytes.toString();
    }
}
