package dev.gatehouse.cgi;

import dev.gatehouse.gateway.BadRequestException;
import dev.gatehouse.gateway.Environ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * The way from a URL to a script: from the script root along the segments of the path to the first
 * regular file; what follows is PATH_INFO (RFC 3875, 3.2). Thread-safe.
 */
final class ScriptLookup {

    private final ScriptRoot root;
    private final SymbolicLinks links;
    private final String contextPath;
    private final KnownNames names = new KnownNames();

    /**
     * A lookup.
     *
     * @param contextPath the context path, its chars being bytes
     */
    ScriptLookup(ScriptRoot root, SymbolicLinks links, String contextPath) {
        this.root = root;
        this.links = links;
        this.contextPath = contextPath;
    }

    /**
     * The script that a request means; empty if there is none.
     *
     * @throws BadRequestException if what follows the script climbs ({@code ..})
     */
    Optional<Script> find(Map<String, Object> environ) {
        String mount = Environ.value(environ, Environ.SCRIPT_NAME);
        String path = Environ.value(environ, Environ.PATH_INFO);
        if (path.isEmpty() && mount.startsWith(contextPath)) {
            // Mapped by extension or exactly: the container has no path info.
            path = mount.substring(contextPath.length());
            mount = contextPath;
        }
        try {
            return walk(mount, path);
        } catch (IOException e) {
            // Gone, or not readable for us.
            return Optional.empty();
        }
    }

    private Optional<Script> walk(String mount, String path) throws IOException {
        StringBuilder name = new StringBuilder(mount);
        Path file = root.directory();
        int end = 0;
        while (end < path.length()) {
            int start = end + 1;
            int slash = path.indexOf('/', start);
            end = slash < 0 ? path.length() : slash;
            if (end == start) {
                continue;
            }
            String segment = path.substring(start, end);
            Optional<Path> next = ScriptNames.resolve(file, segment);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            file = next.get();
            name.append('/').append(segment);
            BasicFileAttributes found = examine(file, segment);
            if (found.isRegularFile()) {
                return Optional.of(new Script(file, name.toString(), rest(path, end)));
            }
            if (!found.isDirectory()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The attributes of a file whose name is right; of what a link leads to, if it may. */
    private BasicFileAttributes examine(Path file, String segment) throws IOException {
        BasicFileAttributes found =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!names.confirm(file, segment, found.fileKey())) {
            throw new IOException(file + " is spelled otherwise");
        }
        if (!found.isSymbolicLink()) {
            return found;
        }
        if (!mayFollow(file)) {
            throw new IOException(file + " is a symbolic link that is not to be followed");
        }
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private boolean mayFollow(Path link) throws IOException {
        return switch (links) {
            case NEVER -> false;
            case ANYWHERE -> true;
            case INSIDE -> isPublic(link.toRealPath());
        };
    }

    private boolean isPublic(Path real) {
        if (!real.startsWith(root.directory())) {
            return false;
        }
        for (Path name : root.directory().relativize(real)) {
            if (ScriptNames.isPrivate(name.toString())) {
                return false;
            }
        }
        return true;
    }

    /** RFC 3875 9.8: PATH_TRANSLATED must not leave the document root. */
    private static String rest(String path, int end) {
        String rest = path.substring(end);
        if (rest.contains("/../") || rest.endsWith("/..")) {
            throw new BadRequestException("the path info " + rest + " climbs");
        }
        return rest;
    }
}
