package dev.gatehouse.cgi;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes sure that a file is called as the URL says, byte for byte: file systems that ignore case
 * find it under other names too, for which nobody wrote a security constraint (CVE-2025-46701).
 *
 * <p>Only a directory tells how its entries are spelled. What was found there is remembered with
 * the identity of the file, so that a directory is read once for each script. Thread-safe.
 */
final class KnownNames {

    private static final int MOST = 10_000;

    private final Map<Path, Object> identities = new ConcurrentHashMap<>();

    /**
     * Whether a file that exists is called exactly so.
     *
     * @param file its path
     * @param segment its last name as requested
     * @param identity what {@link java.nio.file.attribute.BasicFileAttributes#fileKey()} says
     */
    boolean confirm(Path file, String segment, Object identity) throws IOException {
        if (identity != null && identity.equals(identities.get(file))) {
            return true;
        }
        boolean found = isListed(file, segment);
        if (found && identity != null && identities.size() < MOST) {
            identities.put(file, identity);
        }
        return found;
    }

    private static boolean isListed(Path file, String segment) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(file.getParent())) {
            for (Path entry : entries) {
                if (ScriptNames.isNamed(entry, segment)) {
                    return true;
                }
            }
            return false;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
