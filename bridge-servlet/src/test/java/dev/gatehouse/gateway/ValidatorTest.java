package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValidatorTest {

    private static final List<Header> TYPED = List.of(new Header("Content-Type", "text/plain"));

    @Test
    void leavesAGoodPairAlone() throws Exception {
        assertThat(
                        run(
                                environ -> {},
                                (environ, start) -> {
                                    start.start("200 OK", TYPED);
                                    return List.of(new byte[1]);
                                }))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("brokenEnvirons")
    void blamesTheServer(Consumer<Map<String, Object>> damage) {
        assertThatThrownBy(
                        () ->
                                run(
                                        damage,
                                        (environ, start) -> {
                                            start.start("200 OK", TYPED);
                                            return List.of();
                                        }))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("the server broke a rule: ");
    }

    static Stream<Consumer<Map<String, Object>>> brokenEnvirons() {
        return Stream.of(
                environ -> environ.remove("REQUEST_METHOD"),
                environ -> environ.put("SERVER_NAME", ""),
                environ -> environ.put("SERVER_PORT", 80),
                environ -> environ.put("SCRIPT_NAME", "/"),
                environ -> environ.put("SCRIPT_NAME", "app"),
                environ -> environ.put("PATH_INFO", "x"),
                environ -> environ.put("PATH_INFO", ""),
                environ -> environ.put("PATH_INFO", "/\u20ac"),
                environ -> environ.put("CONTENT_LENGTH", "-1"),
                environ -> environ.put("HTTP_CONTENT_TYPE", "x"),
                environ -> environ.put("REMOTE_USER", null),
                environ -> environ.put("wsgi.multithread", "yes"),
                environ -> environ.put("wsgi.url_scheme", "ftp"),
                environ -> environ.remove("wsgi.input"));
    }

    @ParameterizedTest
    @MethodSource("brokenApplications")
    void blamesTheApplication(Application application) {
        assertThatThrownBy(() -> run(environ -> {}, application))
                .isInstanceOf(ContractException.class)
                .hasMessageStartingWith("the application broke a rule: ");
    }

    static Stream<Application> brokenApplications() {
        return Stream.of(
                (environ, start) -> null,
                (environ, start) -> List.of(),
                (environ, start) -> List.of(new byte[1]),
                answer("200OK", TYPED),
                answer("200 OK", List.of()),
                answer("204 No", TYPED),
                answer("200 OK", List.of(TYPED.get(0), new Header("Status", "200"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("Connection", "close"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("X-", "1"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("X_", "1"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("1-X", "1"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("X.Y", "1"))),
                answer("200 OK", List.of(TYPED.get(0), new Header("X", "a\tb"))),
                (environ, start) -> {
                    start.start("200 OK", TYPED);
                    start.start("200 OK", TYPED);
                    return List.of();
                },
                (environ, start) -> {
                    start.start("200 OK", TYPED).write(null);
                    return List.of();
                },
                (environ, start) -> {
                    start.start("200 OK", TYPED);
                    return Collections.singletonList(null);
                },
                (environ, start) -> {
                    Environ.input(environ).close();
                    return List.of();
                },
                (environ, start) -> {
                    Environ.errors(environ).close();
                    return List.of();
                });
    }

    @Test
    void blamesAServerThatClosesTwiceOrReadsAfterwards() throws Exception {
        Application good =
                new Validator()
                        .wrap(
                                (environ, start) -> {
                                    start.start("200 OK", TYPED);
                                    return new ArrayList<>(Arrays.asList(new byte[1], new byte[1]));
                                });
        Iterable<byte[]> body = good.call(environ(), new Recorder());
        var blocks = body.iterator();
        blocks.next();
        ((AutoCloseable) body).close();

        assertThatThrownBy(blocks::hasNext).hasMessageStartingWith("the server broke a rule");
        assertThatThrownBy(body::iterator).hasMessageStartingWith("the server broke a rule");
        assertThatThrownBy(((AutoCloseable) body)::close)
                .hasMessageStartingWith("the server broke a rule");
    }

    private static Application answer(String status, List<Header> headers) {
        return (environ, start) -> {
            start.start(status, headers);
            return List.of();
        };
    }

    private static int run(Consumer<Map<String, Object>> damage, Application application)
            throws Exception {
        Map<String, Object> environ = environ();
        damage.accept(environ);
        Iterable<byte[]> body = new Validator().wrap(application).call(environ, new Recorder());
        int count = 0;
        for (byte[] block : body) {
            count += block.length;
        }
        ((AutoCloseable) body).close();
        return count;
    }

    private static Map<String, Object> environ() {
        Map<String, Object> environ = new HashMap<>();
        environ.put("REQUEST_METHOD", "GET");
        environ.put("SERVER_NAME", "localhost");
        environ.put("SERVER_PORT", "80");
        environ.put("SERVER_PROTOCOL", "HTTP/1.1");
        environ.put("SCRIPT_NAME", "");
        environ.put("PATH_INFO", "/");
        environ.put("wsgi.version", List.of(1, 0));
        environ.put("wsgi.url_scheme", "http");
        environ.put("wsgi.input", InputStream.nullInputStream());
        environ.put("wsgi.errors", new PrintWriter(Writer.nullWriter()));
        environ.put("wsgi.multithread", true);
        environ.put("wsgi.multiprocess", false);
        environ.put("wsgi.run_once", false);
        return environ;
    }

    private static final class Recorder implements StartResponse {

        @Override
        public Write start(String status, List<Header> headers) {
            return block -> {};
        }

        @Override
        public Write start(String status, List<Header> headers, Throwable error) {
            return block -> {};
        }
    }
}
