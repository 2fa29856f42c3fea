package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.python.support.PythonServer;
import dev.gatehouse.python.support.Requires;
import dev.gatehouse.python.support.War;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications in a WAR that is not unpacked, with the wheels that they need. */
class PackedWarTest {

    private static final String SAYS =
            """
            def application(environ, start_response):
                start_response("200 OK", [("Content-Type", "text/plain")])
                return [(%s).encode()]
            """;

    @TempDir Path folder;

    @Test
    void runInACopyThatIsGoneAfterwards() throws Exception {
        Path war =
                War.of("python:site1:application")
                        .with(
                                "WEB-INF/python/site1.py",
                                "import sub.more\n" + SAYS.formatted("sub.more.PLACE"))
                        .with("WEB-INF/python/sub/more.py", "PLACE = __file__\n")
                        .write(folder.resolve("app.war"));
        Path copy;
        try (PythonServer server = PythonServer.packed(war)) {
            copy = Path.of(server.text("/"));
            assertThat(copy).exists();
        }
        assertThat(copy.getParent().getParent().getParent()).doesNotExist();
    }

    @Test
    void canBeAScriptWithModulesBesideIt() throws Exception {
        Path war =
                War.of("python:WEB-INF/site.wsgi")
                        .with(
                                "WEB-INF/site.wsgi",
                                "import beside\n" + SAYS.formatted("beside.WORD"))
                        .with("WEB-INF/beside.py", "WORD = 'beside'\n")
                        .write(folder.resolve("app.war"));

        try (PythonServer server = PythonServer.packed(war)) {
            assertThat(server.text("/")).isEqualTo("beside");
        }
    }

    @Test
    void canNameFoldersOfTheWar() throws Exception {
        Path war =
                War.of("python:main")
                        .set("chdir", "WEB-INF/a")
                        .set("pythonPath", "WEB-INF/b:WEB-INF/a/deep")
                        .with(
                                "WEB-INF/a/main.py",
                                "import other, deeper\n"
                                        + SAYS.formatted("other.WORD + deeper.WORD"))
                        .with("WEB-INF/a/deep/deeper.py", "WORD = 'deep'\n")
                        .with("WEB-INF/b/other.py", "WORD = 'b'\n")
                        .write(folder.resolve("app.war"));

        try (PythonServer server = PythonServer.packed(war)) {
            assertThat(server.text("/")).isEqualTo("bdeep");
        }
    }

    /** WEB-INF of which is nobody's business. */
    @ParameterizedTest
    @ValueSource(strings = {".", "./", "static/.."})
    void canWorkInTheRootOfTheWar(String chdir) throws Exception {
        Path war =
                War.of("python:main")
                        .set("chdir", chdir)
                        .with("main.py", "import os\n" + SAYS.formatted("' '.join(os.listdir())"))
                        .with("static/style.css", "")
                        .write(folder.resolve("app.war"));

        try (PythonServer server = PythonServer.packed(war)) {
            assertThat(server.text("/").split(" "))
                    .contains("main.py", "static")
                    .doesNotContain("WEB-INF");
        }
    }

    /** A package with metadata, and another of the same namespace. */
    @Test
    void haveTheirWheels() throws Exception {
        Path war =
                War.of("python:main")
                        .with(
                                "WEB-INF/python/main.py",
                                "import importlib.metadata, shop.cart, shop.till\n"
                                        + SAYS.formatted(
                                                "importlib.metadata.version('shop-cart')"
                                                        + " + shop.cart.WORD + shop.till.WORD"))
                        .withWheel(
                                "WEB-INF/wheels/shop_cart-1.5-py3-none-any.whl",
                                "shop/cart.py",
                                "WORD = 'cart'\n",
                                "shop_cart-1.5.dist-info/METADATA",
                                "Metadata-Version: 2.1\nName: shop-cart\nVersion: 1.5\n")
                        .withWheel(
                                "WEB-INF/wheels/shop_till-2-py3-none-any.whl",
                                "shop_till-2.data/purelib/shop/till.py",
                                "WORD = 'till'\n",
                                "shop_till-2.data/scripts/till",
                                "#!python\n")
                        .write(folder.resolve("app.war"));

        try (PythonServer server = PythonServer.packed(war)) {
            assertThat(server.text("/")).isEqualTo("1.5carttill");
        }
    }

    @Test
    void fallFlatOverAWheelOfAnotherPython() throws Exception {
        Path war =
                War.of("python:main")
                        .with("WEB-INF/python/main.py", SAYS.formatted("''"))
                        .withWheel("WEB-INF/wheels/fast-1.0-cp27-cp27mu-manylinux1_x86_64.whl")
                        .write(folder.resolve("app.war"));

        assertThatThrownBy(() -> PythonServer.packed(war))
                .hasMessageContaining(
                        "WEB-INF/wheels: fast-1.0-cp27-cp27mu-manylinux1_x86_64.whl does not fit"
                                + " CPython 3.")
                .hasMessageContaining("pip download --no-deps fast==1.0");
    }

    /** MarkupSafe, which Flask needs, has a wheel for this platform with C code in it. */
    @Test
    void runFlaskFromItsWheels() throws Exception {
        Path wheels = Files.createDirectory(folder.resolve("wheels"));
        String venv = folder.resolve("venv").toString();
        Requires.success("python3-venv", "python3", "-m", "venv", venv);
        Requires.success(
                "a package index with Flask",
                venv + "/bin/python",
                "-m",
                "pip",
                "download",
                "--only-binary=:all:",
                "-d",
                wheels.toString(),
                "flask");
        War war =
                War.of("python:main:app")
                        .with(
                                "WEB-INF/python/main.py",
                                """
                                from flask import Flask
                                from markupsafe import _speedups

                                app = Flask(__name__)

                                @app.get("/")
                                def index():
                                    return "Flask with " + _speedups.__name__
                                """);
        try (Stream<Path> files = Files.list(wheels)) {
            for (Path wheel : files.toList()) {
                war.with("WEB-INF/wheels/" + wheel.getFileName(), Files.readAllBytes(wheel));
            }
        }

        try (PythonServer server = PythonServer.packed(war.write(folder.resolve("app.war")))) {
            assertThat(server.text("/")).isEqualTo("Flask with markupsafe._speedups");
        }
    }
}
