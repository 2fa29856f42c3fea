package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.apps.Apps.TEXT;
import static dev.gatehouse.it.apps.Apps.block;
import static dev.gatehouse.it.apps.Apps.headers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Environ;
import java.io.PrintWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ErrorsStreamTest extends BehaviourTest {

    @Test
    @DisplayName("W19 what is printed in one request is one record, under the application's name")
    void oneRecord() throws Exception {
        answer(
                (environ, start) -> {
                    PrintWriter errors = Environ.errors(environ);
                    errors.println("first line");
                    errors.print("second \u20ac");
                    start.start("200 OK", headers(TEXT));
                    return block("");
                });

        assertThat(log.only().getMessage()).isEqualTo("first line\nsecond \u20ac");
        assertThat(log.only().getLoggerName()).isEqualTo("dev.gatehouse.application.gateway");
    }

    @Test
    @DisplayName("W19 the application cannot close the stream")
    void close() throws Exception {
        answer(
                (environ, start) -> {
                    PrintWriter errors = Environ.errors(environ);
                    errors.close();
                    errors.print("still open");
                    start.start("200 OK", headers(TEXT));
                    return block("");
                });

        assertThat(log.only().getMessage()).isEqualTo("still open");
    }
}
