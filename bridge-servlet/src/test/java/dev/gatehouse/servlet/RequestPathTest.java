package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.BadRequestException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTest {

    @DisplayName("W3 the mount decides what is SCRIPT_NAME and what is PATH_INFO")
    @ParameterizedTest(name = "{2} in context \"{0}\" mapped to \"{1}\"")
    @CsvSource(
            textBlock =
                    """
                    '',     /*,    /,            '',          /
                    '',     /*,    /a/b,         '',          /a/b
                    /app,   /*,    /app,         /app,        ''
                    /app,   /*,    /app/,        /app,        /
                    /app,   /*,    /app/a/b/,    /app,        /a/b/
                    /app,   /,     /app/a,       /app,        /a
                    /app,   '',    /app/,        /app,        /
                    '',     /x/*,  /x,           /x,          ''
                    '',     /x/*,  /x/a,         /x,          /a
                    /app,   /x/*,  /app/x/a/b,   /app/x,      /a/b
                    /app,   /x/y/*,/app/x/y/z,   /app/x/y,    /z
                    /a/b,   /x/*,  /a/b/x/z,     /a/b/x,      /z
                    /app,   /x,    /app/x,       /app/x,      ''
                    /app,   *.do,  /app/a/b.do,  /app/a/b.do, ''
                    /app,   /x/*,  /%61pp/%78/%7e, /app/x,    /~
                    /app,   /x/*,  /app;v=1/x;w/a, /app/x,    /a
                    /app,   /x/*,  //app//x//a,  /app/x,      //a
                    """)
    void splits(String context, String pattern, String raw, String scriptName, String pathInfo) {
        RequestPath path = RequestPath.of(raw, Mount.of(context, pattern));

        assertThat(path.scriptName()).isEqualTo(scriptName);
        assertThat(path.pathInfo()).isEqualTo(pathInfo);
    }

    @DisplayName("W4 PATH_INFO is the decoded bytes, once, each as one char")
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    /%E2%82%AC,     /\u00e2\u0082\u00ac
                    /\u20ac,        /\u00e2\u0082\u00ac
                    /%80%ff,        /\u0080\u00ff
                    /%252F,         /%2F
                    /a%2Fb,         /a/b
                    /a%5Cb,         /a\\b
                    /a+b,           /a+b
                    /a%20b,         '/a b'
                    /a;x=1/b;y,     /a/b
                    /a%3Bx,         /a;x
                    //a//b,         //a//b
                    /a//b/,         /a//b/
                    """)
    void decodes(String raw, String pathInfo) {
        assertThat(root(raw).pathInfo()).isEqualTo(pathInfo);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    /./a/../b,      /b
                    /a/./b,         /a/b
                    /a/b/..,        /a/
                    /a/b/.,         /a/b/
                    /a/%2e%2e/b,    /b
                    /a/..;/b,       /b
                    /.well-known,   /.well-known
                    /a/...,         /a/...
                    """)
    void resolvesDotSegments(String raw, String pathInfo) {
        assertThat(root(raw).pathInfo()).isEqualTo(pathInfo);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/..",
                "/a/../../b",
                "/%2e%2e/b",
                "/..;x/b",
                "/%00",
                "/a%00b",
                "/%zz",
                "/%",
                "/%4",
                "/a%4/b"
            })
    void refusesWhatHasNoMeaning(String raw) {
        assertThatThrownBy(() -> root(raw)).isInstanceOf(BadRequestException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/app", "/app/", "/app/x/../..", "/app/%2e%2e/x"})
    void refusesWhatLeadsElsewhere(String raw) {
        assertThatThrownBy(() -> RequestPath.of(raw, Mount.of("/app", "/x/*")))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    void knowsWhichPathsEveryContainerSeesAlike() {
        assertThat(root("/a-b_c.d~e/f,g=h@i:j!k$l&m'n(o)p*q+r").plain()).isTrue();
        assertThat(root("/a%20b").plain()).isFalse();
        assertThat(root("/a//b").plain()).isFalse();
        assertThat(root("/a;b").plain()).isFalse();
        assertThat(root("/a/./b").plain()).isFalse();
    }

    private static RequestPath root(String raw) {
        return RequestPath.of(raw, Mount.of("", "/*"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "/app,/app",
        "/a/b,/a/b",
        "/%C3%A4,/\u00C3\u00A4",
        "/\u00E4,/\u00C3\u00A4"
    })
    void aContextPathIsDecodedOnce(String given, String expected) {
        assertThat(RequestPath.ofContext(given)).isEqualTo(expected);
    }
}
