package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLookupTest {

    @TempDir private Path folder;
    private Path root;

    @BeforeEach
    void scripts() throws IOException {
        folder = folder.toRealPath();
        root = Files.createDirectories(folder.resolve("root"));
        write("root/hello.cgi");
        write("root/sub/deep/x.cgi");
        write("root/WEB-INF/secret.cgi");
        write("root/.hidden.cgi");
        write("root/.git/hook");
        write("root/back\\slash.cgi");
        write("outside.cgi");
    }

    @ParameterizedTest
    @CsvSource({
        "/cgi-bin,/hello.cgi,hello.cgi,/cgi-bin/hello.cgi,''",
        "/cgi-bin,/hello.cgi/,hello.cgi,/cgi-bin/hello.cgi,/",
        "/cgi-bin,/hello.cgi/a//b/,hello.cgi,/cgi-bin/hello.cgi,/a//b/",
        "/cgi-bin,//hello.cgi,hello.cgi,/cgi-bin/hello.cgi,''",
        "/cgi-bin,/sub//deep/x.cgi/y,sub/deep/x.cgi,/cgi-bin/sub/deep/x.cgi,/y",
        "/app/cgi-bin,/hello.cgi,hello.cgi,/app/cgi-bin/hello.cgi,''",
        "/app,/hello.cgi,hello.cgi,/app/hello.cgi,''",
    })
    @DisplayName("R11 R19 the first regular file is the script, the rest is PATH_INFO")
    void divides(String mount, String path, String file, String name, String info) {
        assertThat(find("/app", mount, path)).contains(new Script(root.resolve(file), name, info));
    }

    @ParameterizedTest
    @CsvSource({
        "/app,/app/hello.cgi,hello.cgi,/app/hello.cgi,''",
        "'',/sub/deep/x.cgi,sub/deep/x.cgi,/sub/deep/x.cgi,''",
        "/app,/app/hello.cgi/x.cgi,hello.cgi,/app/hello.cgi,/x.cgi",
    })
    @DisplayName("R19 mapped by extension, the container has no path info")
    void extensionMapping(String context, String mount, String file, String name, String info) {
        assertThat(find(context, mount, "")).contains(new Script(root.resolve(file), name, info));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/none",
                "/sub",
                "/sub/",
                "/sub/deep",
                "/sub/none/hello.cgi",
                "/WEB-INF/secret.cgi",
                "/web-inf/secret.cgi",
                "/META-INF/x",
                "/.hidden.cgi",
                "/.git/hook",
                "/./hello.cgi",
                "/../outside.cgi",
                "/sub/../hello.cgi",
                "/back\\slash.cgi",
                "/hello.cgi\u0001",
                "/hello.cgi "
            })
    @DisplayName("R5 R55 everything else is not found")
    void notFound(String path) {
        assertThat(find("", "/cgi-bin", path)).isEmpty();
    }

    @Test
    @DisplayName("R12 a path info that climbs is refused")
    void climbing() {
        assertThatThrownBy(() -> find("", "/cgi-bin", "/hello.cgi/../../etc/passwd"))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> find("", "/cgi-bin", "/hello.cgi/.."))
                .isInstanceOf(BadRequestException.class);
    }

    @Test
    @DisplayName("R31 a name is its bytes, whatever the locale is")
    void nonAsciiName() throws IOException {
        Path script = ScriptNames.resolve(root, "gr\u00C3\u00BC\u00C3\u009F.cgi").orElseThrow();
        Files.write(script, new byte[0]);

        assertThat(find("", "/cgi-bin", "/gr\u00C3\u00BC\u00C3\u009F.cgi/x"))
                .contains(new Script(script, "/cgi-bin/gr\u00C3\u00BC\u00C3\u009F.cgi", "/x"));
    }

    @Test
    @DisplayName("CVE-2025-46701 a file system that ignores case does not make other URLs valid")
    void spelledOtherwise() throws IOException {
        KnownNames names = new KnownNames();
        Path script = root.resolve("hello.cgi");
        Object identity = Files.readAttributes(script, BasicFileAttributes.class).fileKey();

        assertThat(names.confirm(script, "hello.cgi", identity)).isTrue();
        assertThat(names.confirm(root.resolve("HELLO.CGI"), "HELLO.CGI", identity)).isFalse();
        assertThat(names.confirm(script, "hello.cgi", identity)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SymbolicLinks.class)
    @DisplayName("R5 symbolic links are followed as the deployer says")
    void symbolicLinks(SymbolicLinks links) throws IOException {
        Files.createSymbolicLink(root.resolve("in.cgi"), root.resolve("sub/deep/x.cgi"));
        Files.createSymbolicLink(root.resolve("dir"), root.resolve("sub"));
        Files.createSymbolicLink(root.resolve("out.cgi"), folder.resolve("outside.cgi"));
        Files.createSymbolicLink(root.resolve("web.cgi"), root.resolve("WEB-INF/secret.cgi"));
        Files.createSymbolicLink(root.resolve("dangling.cgi"), root.resolve("none"));

        boolean inside = links != SymbolicLinks.NEVER;
        boolean anywhere = links == SymbolicLinks.ANYWHERE;
        assertThat(find(links, "/in.cgi").isPresent()).isEqualTo(inside);
        assertThat(find(links, "/dir/deep/x.cgi").isPresent()).isEqualTo(inside);
        assertThat(find(links, "/out.cgi").isPresent()).isEqualTo(anywhere);
        assertThat(find(links, "/web.cgi").isPresent()).isEqualTo(anywhere);
        assertThat(find(links, "/dangling.cgi")).isEmpty();
    }

    @Test
    @DisplayName("a replaced script is found, and so is none where it was removed")
    void changes() throws IOException {
        ScriptLookup lookup = lookup("", SymbolicLinks.INSIDE);
        Map<String, Object> request = environ("", "/hello.cgi");
        assertThat(lookup.find(request)).isPresent();

        Files.delete(root.resolve("hello.cgi"));
        assertThat(lookup.find(request)).isEmpty();

        write("root/hello.cgi");
        assertThat(lookup.find(request)).isPresent();
    }

    private Optional<Script> find(String context, String mount, String path) {
        return lookup(context, SymbolicLinks.INSIDE).find(environ(mount, path));
    }

    private Optional<Script> find(SymbolicLinks links, String path) {
        return lookup("", links).find(environ("", path));
    }

    private ScriptLookup lookup(String context, SymbolicLinks links) {
        return new ScriptLookup(new ScriptRoot(root, false, root), links, context);
    }

    private static Map<String, Object> environ(String mount, String path) {
        return Map.of("SCRIPT_NAME", mount, "PATH_INFO", path);
    }

    private void write(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
    }
}
