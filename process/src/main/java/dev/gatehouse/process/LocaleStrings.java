package dev.gatehouse.process;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns native strings into the strings that ProcessBuilder encodes back to the same bytes.
 *
 * <p>It encodes in the charset of the locale, and replaces what that does not have by {@code ?}.
 */
final class LocaleStrings {

    private static final System.Logger LOG = System.getLogger(LocaleStrings.class.getName());

    private final Charset charset;

    LocaleStrings(Charset charset) {
        this.charset = charset;
    }

    // JDK 17 encodes with the default charset (file.encoding); since 18 that is always UTF-8, and
    // the JDK encodes with sun.jnu.encoding.
    static LocaleStrings ofThisJvm() {
        return new LocaleStrings(
                Runtime.version().feature() < 18
                        ? Charset.defaultCharset()
                        : Charset.forName(System.getProperty("sun.jnu.encoding")));
    }

    /**
     * The string that leads to the bytes of {@code nativeString}.
     *
     * @param what what the string is, for the log; the string itself may be a secret
     * @throws LaunchException if there is no such string
     */
    String carry(Command command, String what, String nativeString) throws LaunchException {
        byte[] bytes = nativeString.getBytes(StandardCharsets.ISO_8859_1);
        String text = new String(bytes, charset);
        if (Arrays.equals(text.getBytes(charset), bytes)) {
            return text;
        }
        String message =
                "cannot start %s: %s has bytes that are not %s, which is all that ProcessBuilder carries in this locale"
                        .formatted(command, what, charset);
        LOG.log(System.Logger.Level.WARNING, message);
        throw new LaunchException(LaunchFailure.NOT_REPRESENTABLE, 0, message);
    }
}
