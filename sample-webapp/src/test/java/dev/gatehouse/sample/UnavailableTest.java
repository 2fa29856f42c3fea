package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnavailableTest {

    @Test
    void saysWhatPythonNeedsAndShowsTheSourceAllTheSame() throws Exception {
        Answer answer = Call.get("/app/python", "/").to(Unavailable::python);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text())
                .contains("No Python on this server", "CPython 3.8", "def application(environ")
                .contains("href=\"../site.css\"");
    }

    @Test
    void saysThatScriptsDoNotRun() throws Exception {
        Answer answer = Call.get("/app/cgi-bin", "/words.pl").to(Unavailable::scripts);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text()).contains("No scripts on this server");
    }
}
