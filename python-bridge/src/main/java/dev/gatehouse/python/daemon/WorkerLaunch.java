package dev.gatehouse.python.daemon;

import dev.gatehouse.process.Command;
import dev.gatehouse.process.Launcher;
import dev.gatehouse.process.NativeStrings;
import dev.gatehouse.process.ProgramInput;
import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starts the processes of a pool.
 *
 * @param launcher starts and owns them
 * @param options what is started
 * @param pool how many there are
 * @param folder what they share with us
 */
record WorkerLaunch(
        Launcher launcher, WorkerOptions options, PoolOptions pool, PrivateFolder folder) {

    /**
     * Starts a process and tells it how to run.
     *
     * @param token what it has to say when it dials in
     */
    RunningProgram launch(WorkerFiles files, String token) throws IOException {
        RunningProgram program = launcher.launch(command());
        try (ProgramInput stdin = program.stdin()) {
            sendStart(stdin, files, token);
        } catch (IOException e) {
            // It ended at once; how is for its exit status and its last output to say.
        }
        return program;
    }

    private Command command() {
        List<String> arguments = new ArrayList<>();
        options.command().stream().skip(1).map(NativeStrings::ofUtf8).forEach(arguments::add);
        arguments.add(NativeStrings.of(folder.main()));
        return new Command(
                Path.of(options.command().get(0)),
                arguments,
                options.environment(),
                options.directory(),
                true,
                true,
                true);
    }

    private void sendStart(ProgramInput stdin, WorkerFiles files, String token) throws IOException {
        Map<String, String> start = new LinkedHashMap<>(options.start());
        start.put("socket", NativeStrings.of(folder.socket()));
        start.put("token", token);
        start.put("name", NativeStrings.ofUtf8(pool.name()));
        start.put("threads", Integer.toString(pool.threads()));
        start.put("processes", Integer.toString(pool.processes()));
        start.put("board", NativeStrings.of(files.board().path()));
        start.put("stacks", NativeStrings.of(files.stacks()));
        start.put("headerLimit", Integer.toString(pool.headerLimit()));
        FrameWriter writer = new FrameWriter().begin(Frame.START);
        byte[] pairs =
                start.entrySet().stream()
                        .map(pair -> pair.getKey() + "\0" + pair.getValue())
                        .reduce((a, b) -> a + "\0" + b)
                        .orElse("")
                        .getBytes(StandardCharsets.ISO_8859_1);
        writer.put(pairs, 0, pairs.length).write(Channels.newChannel(stdin));
    }
}
