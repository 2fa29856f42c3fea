package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real git client against git-http-backend(1), with a repository of 50 MB. */
class GitHttpBackendTest {

    private static final int SIZE = 50 << 20;
    private static final int TAGS = 60;

    @TempDir private Path folder;
    private Site site;
    private Path bare;

    @BeforeEach
    void repository() throws Exception {
        Requires.success("git (apt-get install git)", "git", "--version");
        bare = folder.resolve("repos/big.git");
        git(folder, "init", "-q", "--bare", "-b", "main", bare.toString());
        git(bare, "config", "http.receivepack", "true");
        site =
                Site.start(
                        Map.of(
                                "environment-variable-GIT_PROJECT_ROOT",
                                bare.getParent().toString(),
                                "environment-variable-GIT_HTTP_EXPORT_ALL",
                                "1",
                                "environment-variable-PATH",
                                System.getenv("PATH")));
        site.script("git", "#!/bin/sh", "exec git http-backend");
    }

    @AfterEach
    void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @DisplayName("push (chunked), clone and fetch (gzipped) move every byte")
    void pushCloneFetch() throws Exception {
        String url = "http://127.0.0.1:" + site.port() + "/cgi-bin/git/big.git";
        Path work = folder.resolve("work");
        git(folder, "clone", "-q", url, work.toString());
        writeRandom(work.resolve("big"));
        commit(work, "big");
        git(work, "push", "-q", "origin", "HEAD:main");
        String head = git(work, "rev-parse", "HEAD");
        assertThat(git(bare, "rev-parse", "main")).isEqualTo(head);

        Path copy = folder.resolve("copy");
        git(folder, "clone", "-q", url, copy.toString());
        assertThat(git(copy, "rev-parse", "HEAD")).isEqualTo(head);
        assertThat(Files.mismatch(copy.resolve("big"), work.resolve("big"))).isEqualTo(-1);

        // So many that git compresses its request.
        for (int i = 0; i < TAGS; i++) {
            Files.writeString(work.resolve("small"), "version " + i);
            commit(work, "small " + i);
            git(work, "tag", "tag" + i);
        }
        git(work, "push", "-q", "--tags", "origin", "HEAD:main");
        git(copy, "fetch", "-q", "--tags");
        assertThat(git(copy, "tag").lines()).hasSize(TAGS);
        git(copy, "fsck", "--full");
    }

    private static void writeRandom(Path file) throws IOException {
        byte[] block = new byte[1 << 20];
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int written = 0; written < SIZE; written += block.length) {
                random.nextBytes(block);
                out.write(block);
            }
        }
    }

    private static void commit(Path work, String message) throws Exception {
        git(work, "add", "-A");
        git(work, "commit", "-q", "-m", message);
    }

    private static String git(Path directory, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "git",
                                "-c",
                                "user.name=T",
                                "-c",
                                "user.email=t@example.org",
                                "-c",
                                "gc.auto=0",
                                "-c",
                                "core.compression=0"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as("git %s: %s", command, output).isZero();
        return output.strip();
    }
}
