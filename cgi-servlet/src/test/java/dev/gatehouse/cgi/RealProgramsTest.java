package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Programs that many people run under CGI. */
class RealProgramsTest {

    @Test
    @DisplayName("php-cgi as the interpreter of .php")
    void phpCgi() throws Exception {
        Requires.success("php-cgi (apt-get install php-cgi)", "php-cgi", "-v");
        try (Site site =
                Site.start(
                        Map.of(
                                "interpreter.php",
                                "php-cgi",
                                "environment-variable-PATH",
                                System.getenv("PATH")))) {
            site.file(
                    "form.php",
                    "<?php http_response_code(201); header('X-Php: yes'); setcookie('a', '1');"
                            + " setcookie('b', '2'); echo $_SERVER['PHP_SELF'], '|',"
                            + " $_SERVER['PATH_INFO'], '|', $_GET['q'], '|', $_POST['name'];");
            Response response =
                    site.request(
                            "POST",
                            "/cgi-bin/form.php/a/b?q=1%202",
                            "name=J%C3%BCrgen",
                            "Content-Type: application/x-www-form-urlencoded");

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.header("X-Php")).containsExactly("yes");
            assertThat(response.header("Set-Cookie")).hasSize(2);
            assertThat(response.text())
                    .isEqualTo("/cgi-bin/form.php/a/b|/a/b|1 2|J\u00C3\u00BCrgen");
        }
    }

    @Test
    @DisplayName("CGI.pm takes an uploaded file")
    void cgiPm() throws Exception {
        Requires.success("CGI.pm (apt-get install libcgi-pm-perl)", "perl", "-MCGI", "-e", "1");
        try (Site site = Site.start(Map.of())) {
            site.script(
                    "upload.pl",
                    "#!/usr/bin/env perl",
                    "use CGI;",
                    "my $q = CGI->new;",
                    "my $file = $q->upload('file');",
                    "binmode $file; local $/; my $bytes = <$file>;",
                    "print $q->header(-type => 'text/plain', -cookie => $q->cookie(a => 1));",
                    "print $q->param('name'), '|', length $bytes, '|', $q->url(-absolute => 1);");
            String part = "--xyz\r\nContent-Disposition: form-data; name=";
            Response response =
                    site.request(
                            "POST",
                            "/cgi-bin/upload.pl",
                            part
                                    + "\"name\"\r\n\r\nvalue\r\n"
                                    + part
                                    + "\"file\"; filename=\"f.bin\"\r\n\r\n"
                                    + "\0\u0001\u00FF\r\n".repeat(60_000)
                                    + "\r\n--xyz--\r\n",
                            "Content-Type: multipart/form-data; boundary=xyz");

            assertThat(response.text()).isEqualTo("value|300000|/cgi-bin/upload.pl");
            assertThat(response.header("Set-Cookie")).hasSize(1);
        }
    }

    @Test
    @DisplayName("gitweb shows a repository")
    void gitweb() throws Exception {
        String program = "/usr/share/gitweb/gitweb.cgi";
        Requires.success("gitweb (apt-get install gitweb)", "test", "-x", program);
        try (Site site = Site.start(Map.of("environment-variable-PATH", System.getenv("PATH")))) {
            Path config = site.folder().resolve("gitweb.conf");
            Files.writeString(
                    config, "$projectroot = '" + site.folder() + "'; $projects_list = '';\n");
            Requires.success(
                    "git",
                    "git",
                    "init",
                    "-q",
                    "--bare",
                    site.folder().resolve("shown.git").toString());
            site.script("gitweb", "#!/bin/sh", "GITWEB_CONFIG=" + config + " exec " + program);
            Response response = site.get("/cgi-bin/gitweb");

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.text()).contains("shown.git", "gitweb");
        }
    }
}
