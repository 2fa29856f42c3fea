package dev.gatehouse.cgi;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first line of a script, {@code #!interpreter [argument]}, read as the Linux kernel reads it
 * (execve(2)).
 *
 * @param interpreter the program, absolute
 * @param arguments none or one
 */
record ShebangLine(Path interpreter, List<String> arguments) {

    /** As much as the kernel reads. */
    private static final int LONGEST = 256;

    private static final Pattern LINE =
            Pattern.compile(
                    "#![ \\t]*(/[^ \\t\\n\\x00]*)[ \\t]*([^\\n]*?)[ \\t]*\\n.*", Pattern.DOTALL);

    /** The line of a script; empty if it has none. */
    static Optional<ShebangLine> of(Path script) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(script)) {
            head = in.readNBytes(LONGEST);
        }
        Matcher line =
                LINE.matcher(new String(head, ISO_8859_1) + (head.length < LONGEST ? "\n" : ""));
        if (!line.matches()) {
            return Optional.empty();
        }
        List<String> arguments = new ArrayList<>();
        if (!line.group(2).isEmpty()) {
            arguments.add(line.group(2));
        }
        return Optional.of(new ShebangLine(Path.of(line.group(1)), arguments));
    }
}
