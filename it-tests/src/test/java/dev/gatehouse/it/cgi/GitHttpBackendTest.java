package dev.gatehouse.it.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real git client against git-http-backend(1), with a repository of 50 MB. */
class GitHttpBackendTest extends CgiProgramTest {

    private static final int SIZE = 50 << 20;
    private static final int TAGS = 60;

    @TempDir private Path disk;
    private Git git;
    private Path bare;
    private Path work;
    private CgiSite site;

    @BeforeEach
    void repository() throws Exception {
        Git.required();
        git = new Git(disk.resolve("traces"));
        bare = disk.resolve("repos/big.git");
        work = disk.resolve("work");
        git.run(disk, "init", "-q", "--bare", "-b", "main", bare.toString());
        git.run(bare, "config", "http.receivepack", "true");
        site =
                start(
                        Map.of(
                                "environment-variable-GIT_PROJECT_ROOT",
                                bare.getParent().toString(),
                                "environment-variable-GIT_HTTP_EXPORT_ALL",
                                "1"));
        site.write("git", "#!/bin/sh", "exec git http-backend");
        git.run(disk, "clone", "-q", url(), work.toString());
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
        writeRandom(work.resolve("big"));
        git.commit(work, "big");
        git.run(work, "push", "-q", "origin", "HEAD:main");
        assertThat(git.trace()).containsIgnoringCase("Transfer-Encoding: chunked");
        String head = git.run(work, "rev-parse", "HEAD");
        assertThat(git.run(bare, "rev-parse", "main")).isEqualTo(head);

        Path copy = disk.resolve("copy");
        git.run(disk, "clone", "-q", url(), copy.toString());
        assertThat(git.run(copy, "rev-parse", "HEAD")).isEqualTo(head);
        assertThat(Files.mismatch(copy.resolve("big"), work.resolve("big"))).isEqualTo(-1);

        pushManyTags();
        git.trace();
        git.run(copy, "fetch", "-q", "--tags");
        assertThat(git.trace()).containsIgnoringCase("Content-Encoding: gzip");
        assertThat(git.run(copy, "tag").lines()).hasSize(TAGS);
        git.run(copy, "fsck", "--full");
    }

    private String url() {
        return site.url("git/big.git");
    }

    /** So many that git compresses what it says about them. */
    private void pushManyTags() throws IOException, InterruptedException {
        for (int i = 0; i < TAGS; i++) {
            Files.writeString(work.resolve("small"), "version " + i);
            git.commit(work, "small " + i);
            git.run(work, "tag", "tag" + i);
        }
        git.run(work, "push", "-q", "--tags", "origin", "HEAD:main");
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
}
