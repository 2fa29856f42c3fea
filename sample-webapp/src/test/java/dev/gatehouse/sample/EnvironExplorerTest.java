package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironExplorerTest {

    private final EnvironExplorer explorer = new EnvironExplorer();

    @Test
    void showsAPageToABrowser() throws Exception {
        Answer answer =
                Call.get("/app/environ", "/a/é").header("Accept", "text/html,*/*").to(explorer);
        assertThat(answer.header("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(answer.text())
                .contains("<th scope=\"row\">PATH_INFO</th><td>/a/é</td>")
                .contains("href=\"../../site.css\"");
    }

    @Test
    void showsLinesToEverybodyElse() throws Exception {
        Answer answer = Call.get("/environ", "/a/é").header("Accept", "*/*").to(explorer);
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
        assertThat(answer.text())
                .contains("HTTP_ACCEPT=*/*\n", "PATH_INFO=/a/é\n", "wsgi.version=[1, 0]\n");
    }

    @Test
    void showsLinesToABrowserThatAsksForText() throws Exception {
        Answer answer =
                Call.get("/environ", "/")
                        .query("format=text")
                        .header("Accept", "text/html")
                        .to(explorer);
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void escapesWhatTheClientSent() throws Exception {
        Answer answer =
                Call.get("/environ", "/<i>'\"&")
                        .header("Accept", "text/html")
                        .header("X-Test", "<script>")
                        .to(explorer);
        assertThat(answer.text())
                .contains("/&lt;i&gt;&#39;&quot;&amp;")
                .contains("&lt;script&gt;")
                .doesNotContain("<script", "<i>");
    }

    @Test
    void keepsALineEndInAPathWithinItsLine() throws Exception {
        assertThat(Call.get("/environ", "/a\nREMOTE_USER=root").to(explorer).text())
                .contains("PATH_INFO=/a\\x0aREMOTE_USER=root\n");
    }

    @Test
    void masksSecrets() throws Exception {
        Answer answer =
                Call.get("/environ", "")
                        .header("Authorization", "Basic c2VjcmV0")
                        .header("Cookie", "session=c2VjcmV0")
                        .to(explorer);
        assertThat(answer.text())
                .contains("HTTP_AUTHORIZATION=(masked)\n", "HTTP_COOKIE=(masked)\n")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void namesNoObjectOfTheServer() throws Exception {
        assertThat(Call.get("/environ", "").to(explorer).text())
                .contains("wsgi.input=(an object of the server)\n")
                .doesNotContain("java.");
    }
}
