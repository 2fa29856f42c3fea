package dev.gatehouse.it.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.Programs;
import dev.gatehouse.it.support.Requires;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PhpCgiTest extends CgiProgramTest {

    @BeforeEach
    void php() {
        Requires.present(Programs.named("php-cgi"), "php-cgi (apt-get install php-cgi)");
    }

    @Test
    @DisplayName("php-cgi, as the interpreter of .php, gets form and path, and sets its headers")
    void form() throws Exception {
        try (CgiSite site = start(Map.of("interpreter.php", "php-cgi"))) {
            site.write(
                    "form.php",
                    "<?php http_response_code(201); header('X-Php: yes'); setcookie('a', '1');",
                    "setcookie('b', '2'); echo $_SERVER['PHP_SELF'], '|', $_SERVER['PATH_INFO'],",
                    "'|', $_GET['q'], '|', $_POST['name'];");
            RawResponse response =
                    site.answer(
                            RawRequest.post("/cgi-bin/form.php/a/b?q=1%202", "name=J%C3%BCrgen")
                                    .header("Content-Type", "application/x-www-form-urlencoded"));

            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers("X-Php")).containsExactly("yes");
            assertThat(response.headers("Set-Cookie")).hasSize(2);
            assertThat(response.text())
                    .isEqualTo("/cgi-bin/form.php/a/b|/a/b|1 2|J\u00C3\u00BCrgen");
        }
    }
}
