package dev.gatehouse.it.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitwebTest extends CgiProgramTest {

    @TempDir private Path disk;

    @Test
    @DisplayName("gitweb lists repositories, and shows what is in one")
    void repositories() throws Exception {
        Git.required();
        Path program =
                Requires.present(
                        Programs.at("/usr/share/gitweb/gitweb.cgi"),
                        "gitweb (apt-get install gitweb)");
        Git git = new Git(disk.resolve("traces"));
        Path shown = disk.resolve("repos/shown");
        git.run(disk, "init", "-q", "-b", "main", shown.toString());
        Files.writeString(shown.resolve("file"), "content");
        git.commit(shown, "A subject");
        Path config = disk.resolve("gitweb.conf");
        Files.writeString(config, "$projectroot = '" + shown.getParent() + "';\n");
        try (CgiSite site = start(Map.of())) {
            site.write("gitweb", "#!/bin/sh", "GITWEB_CONFIG=" + config + " exec " + program);

            assertThat(page(site, "")).contains("shown/.git");
            assertThat(page(site, "?p=shown/.git;a=log")).contains("A subject");
            assertThat(page(site, "/shown/.git/blob_plain/HEAD:/file")).isEqualTo("content");
        }
    }

    private static String page(CgiSite site, String rest) throws Exception {
        RawResponse response = site.answer(RawRequest.get("/cgi-bin/gitweb" + rest));
        assertThat(response.status()).as(rest).isEqualTo(200);
        return response.text();
    }
}
