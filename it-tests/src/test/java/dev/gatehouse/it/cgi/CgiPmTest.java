package dev.gatehouse.it.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CgiPmTest extends CgiProgramTest {

    @BeforeEach
    void perl() throws Exception {
        Optional<Boolean> module = Optional.empty();
        if (Programs.named("perl").isPresent()) {
            Process probe = new ProcessBuilder("perl", "-MCGI", "-e", "1").start();
            module = Optional.of(probe.waitFor() == 0).filter(Boolean::booleanValue);
        }
        Requires.present(module, "CGI.pm (apt-get install libcgi-pm-perl)");
    }

    @Test
    @DisplayName("CGI.pm takes an uploaded file, and sets a cookie")
    void upload() throws Exception {
        try (CgiSite site = start(Map.of())) {
            site.write(
                    "upload.pl",
                    "#!/usr/bin/env perl",
                    "use CGI;",
                    "my $q = CGI->new;",
                    "my $file = $q->upload('file');",
                    "binmode $file; local $/; my $bytes = <$file>;",
                    "print $q->header(-type => 'text/plain', -cookie => $q->cookie(a => 1));",
                    "print $q->param('name'), '|', length $bytes, '|', $q->url(-absolute => 1);");
            String part = "--xyz\r\nContent-Disposition: form-data; name=";
            String body =
                    part
                            + "\"name\"\r\n\r\nvalue\r\n"
                            + part
                            + "\"file\"; filename=\"f.bin\"\r\n\r\n"
                            + "\0\u0001\u00FF\r\n".repeat(60_000)
                            + "\r\n--xyz--\r\n";
            RawResponse response =
                    site.answer(
                            RawRequest.post("/cgi-bin/upload.pl", body)
                                    .header("Content-Type", "multipart/form-data; boundary=xyz"));

            assertThat(response.text()).isEqualTo("value|300000|/cgi-bin/upload.pl");
            assertThat(response.headers("Set-Cookie")).hasSize(1);
        }
    }
}
