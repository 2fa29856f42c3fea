package dev.gatehouse.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Set;

/**
 * What must be known of a file before ProcessBuilder runs it.
 *
 * <p>The JDK hands a file that the kernel cannot execute to {@code /bin/sh}, and so does {@code
 * setsid(1)}; nobody asked for that. And what {@code setsid(1)} cannot execute, it reports only to
 * the program's stderr.
 */
final class ExecutableFile {

    private static final String SCRIPT = "2321"; // #!
    private static final Set<String> BINARIES =
            Set.of(
                    "7f454c46", // ELF
                    "cffaedfe", // Mach-O, 64 bits
                    "cafebabe"); // Mach-O, several processors

    private ExecutableFile() {}

    /**
     * Refuses what is not there, may not be executed, or is neither script nor binary.
     *
     * @throws LaunchException as posix_spawn would
     */
    static void check(Command command) throws LaunchException {
        if (!Files.exists(command.program())) {
            // A path through a file (ENOTDIR) does not exist either; exec tells the two apart.
            if (command.session()) {
                throw LaunchException.of(command, Errno.ENOENT);
            }
            return;
        }
        if (!Files.isRegularFile(command.program()) || !Files.isExecutable(command.program())) {
            throw LaunchException.of(command, Errno.EACCES);
        }
        try (InputStream file = Files.newInputStream(command.program())) {
            String head = HexFormat.of().formatHex(file.readNBytes(4));
            if (!head.startsWith(SCRIPT) && !BINARIES.contains(head)) {
                throw LaunchException.of(command, Errno.ENOEXEC);
            }
        } catch (LaunchException e) {
            throw e;
        } catch (IOException e) {
            // A binary may be executable and not readable; the kernel will tell.
            return;
        }
    }
}
