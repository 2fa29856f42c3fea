package dev.gatehouse.cgi;

import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Settings;
import dev.gatehouse.gateway.Words;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.NativeStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is executed for a script: its interpreter by suffix, the common one, or the script itself;
 * and what stands before it. Thread-safe.
 */
final class ScriptCommands {

    private static final String TOMCATS_EXECUTABLE = "perl";

    private final List<String> prefix;
    private final Map<String, List<String>> bySuffix = new TreeMap<>();
    private final List<String> common;
    private final boolean withoutPermission;

    /**
     * The commands that the parameters ask for.
     *
     * @param search finds programs
     * @throws DeploymentException if a program does not exist
     */
    ScriptCommands(Settings settings, ScriptRoot root, ExecutableSearch search) {
        this.prefix = words(settings.get(CgiSettings.COMMAND_PREFIX), search, "commandPrefix");
        settings.family(CgiSettings.INTERPRETERS)
                .forEach((suffix, command) -> addInterpreter(suffix, command, search));
        this.common = words(commonWords(settings), search, TomcatSettings.EXECUTABLE.name());
        this.withoutPermission = root.inWebApplication();
    }

    /**
     * The command for a script, in the script's directory (RFC 3875, 7.2).
     *
     * @param arguments those of the script, as bytes
     * @throws IOException if the script cannot be read
     */
    Command command(Script script, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(interpreter(script.file()));
        words.add(NativeStrings.of(script.file()));
        words.addAll(arguments);
        Path program =
                words.size() == 1 + arguments.size()
                        ? script.file()
                        : ScriptNames.path(words.get(0));
        return Command.of(program, words.subList(1, words.size()).toArray(String[]::new))
                .in(script.file().getParent())
                .withEnvironment(environment);
    }

    private List<String> interpreter(Path script) throws IOException {
        if (!bySuffix.isEmpty()) {
            String name = script.getFileName().toString();
            List<String> words = bySuffix.get(name.substring(name.lastIndexOf('.') + 1));
            if (words != null) {
                return words;
            }
        }
        if (common.isEmpty() && withoutPermission && !Files.isExecutable(script)) {
            return shebang(script);
        }
        return common;
    }

    /** No WAR carries execute permissions, so there the first line says enough. */
    private static List<String> shebang(Path script) throws IOException {
        Optional<ShebangLine> line = ShebangLine.of(script);
        if (line.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        words.add(NativeStrings.of(line.get().interpreter()));
        words.addAll(line.get().arguments());
        return words;
    }

    private void addInterpreter(String named, String command, ExecutableSearch search) {
        String suffix = named.startsWith(".") ? named.substring(1) : named;
        String setting = "interpreter." + suffix;
        try {
            List<String> words = words(Words.of(command), search, setting);
            if (!words.isEmpty()) {
                bySuffix.put(suffix, words);
                return;
            }
        } catch (IllegalArgumentException e) {
            // The message below says what it must be.
        }
        throw new DeploymentException(
                "%s must be a program and its arguments, was \"%s\"".formatted(setting, command));
    }

    private static List<String> commonWords(Settings settings) {
        Map<Integer, String> arguments = new TreeMap<>();
        settings.family(TomcatSettings.EXECUTABLE_ARGS)
                .forEach((number, argument) -> arguments.put(position(number), argument));
        String executable = settings.get(TomcatSettings.EXECUTABLE);
        if (executable.isEmpty() && arguments.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        words.add(executable.isEmpty() ? TOMCATS_EXECUTABLE : executable);
        words.addAll(arguments.values());
        return words;
    }

    private static int position(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw new DeploymentException(
                    "executable-arg-* must end with a number, was executable-arg-" + number, e);
        }
    }

    private static List<String> words(List<String> words, ExecutableSearch search, String setting) {
        List<String> found = new ArrayList<>();
        for (String word : words) {
            found.add(
                    found.isEmpty()
                            ? NativeStrings.of(search.find(word, setting))
                            : NativeStrings.ofUtf8(word));
        }
        return found;
    }
}
