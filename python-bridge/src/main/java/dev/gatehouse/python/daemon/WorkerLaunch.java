package dev.gatehouse.python.daemon;

import dev.gatehouse.process.Launcher;
import dev.gatehouse.process.NativeStrings;
import dev.gatehouse.process.ProgramInput;
import dev.gatehouse.process.RunningProgram;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the processes of a pool.
 *
 * @param launcher starts and owns them
 * @param options what is started
 * @param pool how many there are
 * @param folder what they share with us
 * @param wheels a folder for sys.path
 */
record WorkerLaunch(
        Launcher launcher,
        WorkerOptions options,
        PoolOptions pool,
        PrivateFolder folder,
        Optional<Path> wheels) {

    /**
     * Starts a process and tells it how to run.
     *
     * @param token what it has to say when it dials in
     */
    RunningProgram launch(WorkerFiles files, String token) throws IOException {
        RunningProgram program =
                launcher.launch(
                        options.run(
                                folder.user().map(WorkerUser::environment).orElse(Map.of()),
                                NativeStrings.of(folder.module("__main__")),
                                title()));
        try (ProgramInput stdin = program.stdin()) {
            sendStart(stdin, files, token);
        } catch (IOException e) {
            // It ended at once; how is for its exit status and its last output to say.
        }
        return program;
    }

    /** For ps(1), which is all that this argument is for. */
    private String title() {
        String context = pool.context().isEmpty() ? "/" : pool.context();
        return NativeStrings.ofUtf8(pool.name()) + " at " + context;
    }

    private void sendStart(ProgramInput stdin, WorkerFiles files, String token) throws IOException {
        Map<String, String> start = new LinkedHashMap<>(options.start());
        start.put("socket", NativeStrings.of(folder.socket()));
        start.put("token", token);
        start.put("name", NativeStrings.ofUtf8(pool.name()));
        start.put("threads", Integer.toString(pool.threads()));
        start.put("processes", Integer.toString(pool.processes()));
        wheels.ifPresent(unpacked -> start.put("wheels", NativeStrings.of(unpacked)));
        start.put("board", NativeStrings.of(files.board().path()));
        start.put("stacks", NativeStrings.of(files.stacks().path()));
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
