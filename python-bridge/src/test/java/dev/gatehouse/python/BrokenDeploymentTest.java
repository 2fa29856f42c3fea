package dev.gatehouse.python;

import static dev.gatehouse.python.support.PythonServer.APPS;
import static dev.gatehouse.python.support.PythonServer.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import dev.gatehouse.python.support.Sorry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken application fails the deployment, and the message says what to do. */
class BrokenDeploymentTest {

    private static final String CHDIR = "chdir=" + APPS;

    @TempDir Path folder;

    @Test
    void aModuleThatIsNotThere() throws Exception {
        assertThat(failure("application=python:no_such_module:app", CHDIR))
                .isEqualTo(
                        "python application \"no_such_module:app\" does not start:"
                                + " ModuleNotFoundError: No module named 'no_such_module'; set chdir"
                                + " or pythonPath to the folder that holds it (servlet \"site\")");
    }

    @Test
    void aModuleThatImportsWhatIsNotInstalled() throws Exception {
        Files.writeString(folder.resolve("needs.py"), "import not_installed\n");

        try (LogRecords log = new LogRecords()) {
            assertThat(failure("application=python:needs:app", "chdir=" + folder))
                    .contains("No module named 'not_installed'; install it for ")
                    .contains("or set pythonHome to the virtualenv that has it");
            assertThat(log.with("Traceback (most recent call last)"))
                    .singleElement()
                    .asString()
                    .contains("line 1, in <module>")
                    .startsWith("SEVERE");
        }
    }

    @Test
    void aCallableThatIsMissing() throws Exception {
        assertThat(failure("application=python:site_app", CHDIR))
                .endsWith(
                        "site_app has no \"application\"; name the callable after a colon, as in"
                                + " site_app:app (servlet \"site\")");
    }

    @Test
    void aCallableThatIsNone() throws Exception {
        assertThat(failure("application=python:site_app:GARBAGE", CHDIR))
                .contains("site_app:GARBAGE is no WSGI application but list");
    }

    @Test
    void aFactoryThatFails() throws Exception {
        Files.writeString(folder.resolve("made.py"), "def make():\n    raise KeyError('SECRET')\n");

        assertThat(failure("application=python:made:make()", "chdir=" + folder))
                .contains("KeyError: 'SECRET'");
    }

    @Test
    void aSyntaxError() throws Exception {
        Path script = Files.writeString(folder.resolve("broken.wsgi"), "def application(:\n");

        assertThat(failure("application=python:" + script))
                .contains("SyntaxError: ")
                .contains("; correct the file, or use another Python than 3.");
    }

    @Test
    void aModuleThatExits() throws Exception {
        Files.writeString(folder.resolve("exits.py"), "import os\nos._exit(7)\n");

        assertThat(failure("application=python:exits:app", "chdir=" + folder))
                .endsWith("the Python process ended with exit status 7 (servlet \"site\")");
    }

    @Test
    void aPythonThatIsNotThere() throws Exception {
        assertThat(failure("application=python:site_app:app", CHDIR, "python=python9.9"))
                .isEqualTo(
                        "python \"python9.9\" is not there; install Python 3, or set python or"
                                + " pythonHome (servlet \"site\")");
    }

    @Test
    void aPythonThatIsNone() throws Exception {
        assertThat(failure("application=python:site_app:app", CHDIR, "python=/bin/false"))
                .contains(
                        "the Python process ended with exit status 1; check python and pythonHome");
    }

    @Test
    void aVirtualenvThatIsNone() throws Exception {
        assertThat(failure("application=python:site_app:app", CHDIR, "pythonHome=" + folder))
                .startsWith("pythonHome must be a virtualenv, but there is no " + folder);
    }

    @Test
    void aStartThatTakesTooLong() throws Exception {
        Files.writeString(folder.resolve("slow.py"), "import time\ntime.sleep(600)\n");

        try (LogRecords log = new LogRecords()) {
            assertThat(
                            failure(
                                    "application=python:slow:app",
                                    "chdir=" + folder,
                                    "startupTimeout=15s"))
                    .endsWith(
                            "it was not ready within the startupTimeout of 15000 ms (servlet \"site\")");
            assertThat(log.await("slow.py\", line 2 in <module>")).startsWith("SEVERE");
        }
    }

    @Test
    void aFolderThatIsNotThere() throws Exception {
        assertThat(failure("application=python:site_app:app", "chdir=/no/such/folder"))
                .isEqualTo("chdir: there is no \"/no/such/folder\" (servlet \"site\")");
    }

    @Test
    void aTargetThatIsNone() throws Exception {
        assertThat(failure("application=python:"))
                .startsWith("application must be python:module:callable");
    }

    @Test
    void givesWayToItsFallback() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer server =
                        PythonServer.bare(
                                "application=python:no_such_module:app",
                                CHDIR,
                                "fallback=" + Sorry.class.getName())) {
            assertThat(server.get("/").statusCode()).isEqualTo(503);
            assertThat(server.get("/").body()).isEqualTo("sorry");
            assertThat(log.with("gives way to its fallback: "))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING")
                    .contains("No module named 'no_such_module'; set chdir");
        }
    }

    @Test
    void nothingIsLeftOfIt() throws Exception {
        failure("application=python:no_such_module:app", CHDIR, "processes=3");

        assertThat(PythonServer.workers()).isEmpty();
    }
}
