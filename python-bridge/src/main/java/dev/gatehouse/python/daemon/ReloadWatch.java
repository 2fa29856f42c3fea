package dev.gatehouse.python.daemon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notices that one of the listed files was touched, appeared or went away. Not thread-safe. */
final class ReloadWatch {

    private static final long MISSING = -1;

    private final List<Path> paths;
    private final Map<Path, Long> known = new HashMap<>();

    ReloadWatch(List<Path> paths) {
        this.paths = List.copyOf(paths);
        hasChanged();
    }

    /** Whether anything has changed since the last call. */
    boolean hasChanged() {
        boolean changed = false;
        for (Path path : paths) {
            long time = time(path);
            Long before = known.put(path, time);
            changed |= before != null && before != time;
        }
        return changed;
    }

    private static long time(Path path) {
        try {
            return Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            return MISSING;
        }
    }
}
