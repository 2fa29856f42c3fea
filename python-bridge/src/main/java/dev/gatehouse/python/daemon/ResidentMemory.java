package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory processes take. */
final class ResidentMemory {

    private static final long PAGE = 4096;

    private ResidentMemory() {}

    /** In bytes; 0 where the system does not tell. */
    static long of(long pid) {
        try {
            String[] pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ");
            return Long.parseLong(pages[1]) * PAGE;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
