package dev.gatehouse.launcher.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Python application as it is named on the command line.
 *
 * @param application the same as the parameter {@code application} takes it, after its scheme
 * @param isScript whether it is a file instead of a module
 */
record WsgiTarget(String application, boolean isScript) {

    /**
     * Reads {@code module}, {@code module:callable}, {@code module:factory()}, or the path of a
     * file with or without a callable. What has a slash is a path; what has none is one if there is
     * such a file, as with {@code site.wsgi}.
     *
     * @param current the folder that a relative path starts from
     */
    static WsgiTarget parse(String text, Path current) {
        int colon = text.indexOf(':', text.lastIndexOf('/') + 1);
        String place = colon < 0 ? text : text.substring(0, colon);
        Path file = current.resolve(place).normalize();
        boolean script = place.contains("/") || Files.isRegularFile(file);
        return new WsgiTarget(script ? file + text.substring(place.length()) : text, script);
    }
}
