package dev.gatehouse.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run, and how.
 *
 * <p>Immutable; made by {@link #of} and the methods that return a changed copy. The program gets
 * the named environment and nothing else, default signal dispositions, an empty signal mask and
 * three descriptors.
 *
 * @param program the file to execute, absolute; also {@code argv[0]}
 * @param arguments {@code argv[1]} and following, {@linkplain NativeStrings native strings}
 * @param environment all of it
 * @param directory the working directory, absolute
 * @param input whether stdin is a pipe; otherwise it is {@code /dev/null}
 * @param errors whether stderr is a pipe; otherwise it is {@code /dev/null}
 * @param session whether the launcher must give the program a session of its own even where that is
 *     dear, see {@link #inOwnSession()}
 */
public record Command(
        Path program,
        List<String> arguments,
        Environment environment,
        Path directory,
        boolean input,
        boolean errors,
        boolean session) {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a path is not absolute, or an argument is not a native
     *     string or contains NUL
     */
    public Command {
        requireAbsolute("program", program);
        requireAbsolute("directory", directory);
        arguments = List.copyOf(arguments);
        arguments.forEach(argument -> NativeStrings.requireCString("an argument", argument));
    }

    /**
     * A program that runs in its own directory (RFC 3875 7.2) with an empty environment, its three
     * streams being pipes.
     *
     * @param program the file to execute, absolute
     * @param arguments native strings
     */
    public static Command of(Path program, String... arguments) {
        requireAbsolute("program", program);
        Path parent = program.getParent();
        return new Command(
                program,
                List.of(arguments),
                Environment.EMPTY,
                parent == null ? program : parent,
                true,
                true,
                false);
    }

    /**
     * The same with this environment in place of the former one.
     *
     * @param variables as {@link Environment} wants them
     * @throws IllegalArgumentException if they are not so
     */
    public Command withEnvironment(Map<String, String> variables) {
        return new Command(
                program, arguments, new Environment(variables), directory, input, errors, session);
    }

    /** The same in another working directory. */
    public Command in(Path workingDirectory) {
        return new Command(
                program, arguments, environment, workingDirectory, input, errors, session);
    }

    /** The same with nothing on stdin: the program reads end of file at once. */
    public Command withoutInput() {
        return new Command(program, arguments, environment, directory, false, errors, session);
    }

    /** The same with stderr thrown away. */
    public Command discardingErrors() {
        return new Command(program, arguments, environment, directory, input, false, session);
    }

    /**
     * The same in a session of its own, whatever that costs.
     *
     * <p>{@code posix_spawn} always gives one, for nothing. ProcessBuilder cannot: there it takes a
     * second exec at the start, through {@code setsid(1)}, and a shell at the end, to send signals
     * to the group. Worth it for programs that live long.
     */
    public Command inOwnSession() {
        return new Command(program, arguments, environment, directory, input, errors, true);
    }

    /** The program and its working directory, without arguments or environment: for logs. */
    @Override
    public String toString() {
        return program + " in " + directory;
    }

    private static void requireAbsolute(String what, Path path) {
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException(what + " must be absolute, was " + path);
        }
    }
}
