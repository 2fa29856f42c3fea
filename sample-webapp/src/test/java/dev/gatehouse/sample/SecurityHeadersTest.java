package dev.gatehouse.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecurityHeadersTest {

    private static final Header TYPE = new Header("Content-Type", "text/plain");

    @Test
    void forbidsABrowserAnythingOfAnotherOrigin() throws Exception {
        Answer answer = Call.get("/hello", "").to(new SecurityHeaders().wrap(new Hello()));
        assertThat(answer.header("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe", "http", "*");
        assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.header("Content-Type")).contains("text/plain; charset=utf-8");
    }

    @Test
    void holdsForAnErrorThatTheApplicationHandles() throws Exception {
        Application handling =
                (environ, startResponse) -> {
                    startResponse.start("500 Oops", List.of(TYPE), new IllegalStateException());
                    return List.of();
                };
        Answer answer = Call.get("/x", "").to(new SecurityHeaders().wrap(handling));
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Security-Policy")).isPresent();
    }
}
