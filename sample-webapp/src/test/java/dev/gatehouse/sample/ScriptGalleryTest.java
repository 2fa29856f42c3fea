package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.GatewayException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptGalleryTest {

    private static final Path SCRIPTS = Path.of("src/main/webapp/WEB-INF/cgi");

    private final ScriptGallery gallery = new ScriptGallery();

    @Test
    void showsTheSourceOfEveryScript() throws Exception {
        String page = Call.get("/scripts", "/").to(gallery).text();

        for (String script : List.of("environ.sh", "words.pl", "month.py", "primes.c")) {
            assertThat(page)
                    .contains("WEB-INF/cgi/" + script)
                    .contains(Page.escape(Files.readString(SCRIPTS.resolve(script))));
        }
    }

    @Test
    void runsWhatTheServerHas() {
        assertThat(ScriptDemo.load("environ.sh", "/a?b=c&d", "sh", "A script", "Text").html())
                .contains("href=\"../cgi-bin/environ.sh/a?b=c&amp;d\"");
    }

    @Test
    void saysWhatTheServerLacks() {
        assertThat(ScriptDemo.load("words.pl", "", "no-such-perl", "A script", "Text").html())
                .contains("There is no <code>no-such-perl</code> on this server")
                .contains("#!/usr/bin/perl")
                .doesNotContain("href");
    }

    @Test
    void isAFolder() throws Exception {
        Answer answer = Call.get("/app/scripts", "").to(gallery);
        assertThat(answer.status()).isEqualTo(308);
        assertThat(answer.header("Location")).contains("/app/scripts/");
        assertThatThrownBy(() -> Call.get("/app/scripts", "/x").to(gallery))
                .isInstanceOfSatisfying(
                        GatewayException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}
