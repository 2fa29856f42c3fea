package dev.gatehouse.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Starts programs through {@link ProcessBuilder}. */
final class ProcessBuilderLauncher implements Launcher {

    private static final System.Logger LOG =
            System.getLogger(ProcessBuilderLauncher.class.getName());

    private static final File DEV_NULL = new File("/dev/null");

    /** "error=26, Text file busy" up to Java 24, "error: 26 (Text file busy)" since. */
    private static final Pattern ERRNO = Pattern.compile("error[=:] ?(\\d+)");

    private final LocaleStrings strings = LocaleStrings.ofThisJvm();
    private final Optional<Path> setsid =
            Stream.of("/usr/bin/setsid", "/bin/setsid")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst();
    private final OwnedPrograms programs = new OwnedPrograms();
    private final ExecutorService blocking = PipeThreads.create();
    private final AtomicBoolean closed = new AtomicBoolean();

    /** The launcher in place of a better one, with a log line that says why. */
    static Launcher insteadOfPosixSpawn(String reason) {
        LOG.log(
                System.Logger.Level.INFO,
                "Programs are started through ProcessBuilder instead of posix_spawn: {0}",
                reason);
        return new ProcessBuilderLauncher();
    }

    @Override
    public String mechanism() {
        return "ProcessBuilder";
    }

    @Override
    public RunningProgram launch(Command command) throws LaunchException {
        programs.requireOpen();
        return programs.own(BusyRetry.start(() -> start(command)));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            programs.close();
            PipeThreads.end(blocking);
        }
    }

    private BuilderProgram start(Command command) throws LaunchException {
        ExecutableFile.check(command);
        boolean session = command.session() && setsid.isPresent();
        ProcessBuilder builder = new ProcessBuilder(words(command, session));
        builder.directory(command.directory().toFile());
        builder.environment().clear();
        for (var variable : command.environment().variables().entrySet()) {
            builder.environment()
                    .put(
                            strings.carry(command, "the name of a variable", variable.getKey()),
                            strings.carry(command, variable.getKey(), variable.getValue()));
        }
        builder.redirectInput(command.input() ? Redirect.PIPE : Redirect.from(DEV_NULL));
        builder.redirectError(command.errors() ? Redirect.PIPE : Redirect.DISCARD);
        try {
            Process process = ProcessStart.of(builder);
            ProcessTree tree = new ProcessTree(process.toHandle(), session);
            return new BuilderProgram(command, process, tree, blocking);
        } catch (IOException e) {
            throw failure(command, e);
        }
    }

    private List<String> words(Command command, boolean session) throws LaunchException {
        List<String> words = new ArrayList<>();
        if (session) {
            words.add(setsid.orElseThrow().toString());
        }
        words.add(command.program().toString());
        for (String argument : command.arguments()) {
            words.add(strings.carry(command, "an argument", argument));
        }
        return words;
    }

    private static LaunchException failure(Command command, IOException e) {
        Matcher errno = ERRNO.matcher(String.valueOf(e.getMessage()));
        LaunchException failure =
                errno.find()
                        ? LaunchException.of(command, Integer.parseInt(errno.group(1)))
                        : new LaunchException(
                                LaunchFailure.OTHER, 0, "cannot start %s".formatted(command));
        failure.initCause(e);
        return failure;
    }
}
