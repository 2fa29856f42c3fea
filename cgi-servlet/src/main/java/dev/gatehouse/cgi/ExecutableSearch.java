package dev.gatehouse.cgi;

import dev.gatehouse.gateway.DeploymentException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds programs by name, as a shell does.
 *
 * @param path directories separated by colons
 */
record ExecutableSearch(String path) {

    /**
     * The file of a program, absolute.
     *
     * @param program a name to be searched for, or an absolute path
     * @param setting the parameter that names it, for the message
     * @throws DeploymentException if there is no such program
     */
    Path find(String program, String setting) {
        for (String directory : program.startsWith("/") ? new String[] {"/"} : path.split(":")) {
            Path file = Path.of(directory).resolve(program);
            if (file.isAbsolute() && Files.isRegularFile(file) && Files.isExecutable(file)) {
                return file;
            }
        }
        throw new DeploymentException(
                "%s must name a program, was \"%s\": not an absolute path of an executable file, and not found in %s"
                        .formatted(setting, program, path));
    }
}
