package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HelloTest {

    @Test
    void greetsWhomThePathNames() throws Exception {
        assertThat(Call.get("/hello", "/Zoë").to(new Hello()).text()).isEqualTo("Hello, Zoë!\n");
    }

    @Test
    void greetsTheWorldWithoutAName() throws Exception {
        assertThat(Call.get("/hello", "").to(new Hello()).text()).isEqualTo("Hello, World!\n");
        assertThat(Call.get("/hello", "/").to(new Hello()).text()).isEqualTo("Hello, World!\n");
    }

    @Test
    void isWhatTheLandingPageShows() throws IOException {
        String source =
                Files.readString(Path.of("src/main/java/dev/gatehouse/sample/Hello.java"))
                        .replaceAll("(?s)/\\*\\*.*?\\*/", "")
                        .replace("public Hello() {}", "");
        String shown = between(page(), "<code id=\"hello-java\">", "</code>");
        assertThat(squeezed(source)).endsWith(squeezed(unescaped(shown)));
    }

    private static String page() throws IOException {
        try (InputStream in = Hello.class.getResourceAsStream("index.html")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
