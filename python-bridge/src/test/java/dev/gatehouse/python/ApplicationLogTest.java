package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a Python application says arrives in the container's log, with its level. */
class ApplicationLogTest {

    @TempDir Path folder;

    @Test
    void fromEverySource() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.start()) {
            server.text("/prints");

            log.await("from a thread");
            log.await("raw to 2");
            log.await("raw \ufffd\u0000\ufffd");
            assertThat(log.all())
                    .contains(
                            "INFO [site] to stdout",
                            "WARNING [site] to stderr",
                            "WARNING [site] to wsgi.errors",
                            "INFO [site] invalid \\udcff text",
                            "SEVERE [site] site.log: an error with arguments",
                            "WARNING [site] site.log: a warning",
                            "INFO [site] from a thread");
            assertThat(log.with("site.log: caught"))
                    .singleElement()
                    .asString()
                    .startsWith("SEVERE")
                    .contains("Traceback (most recent call last):")
                    .endsWith("KeyError: 'inner'");
        }
    }

    /** The Servlet side has nothing to add to the traceback. */
    @Test
    void aRequestThatFailsIsOneRecord() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.start()) {
            assertThat(server.get("/fails").statusCode()).isEqualTo(500);

            assertThat(log.await("GET /fails")).startsWith("SEVERE [site] ").contains("Traceback ");
            server.text("/hello");
            assertThat(log.with("/fails")).filteredOn(each -> !each.startsWith("FINE")).hasSize(1);
        }
    }

    @Test
    void aTracebackOfABackgroundThreadIsOneRecord() throws Exception {
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.start()) {
            server.text("/thread_fails");

            assertThat(log.await("LookupError: in the background"))
                    .startsWith("SEVERE [site] Exception in thread background:\nTraceback ")
                    .contains("line ");
        }
    }

    @Test
    void whatIsSaidJustBeforeTheEndIsHeardHoweverSlowTheLogIs() throws Exception {
        Path script =
                Files.writeString(
                        folder.resolve("site.wsgi"),
                        """
                        import logging, os, threading, time

                        def say_much_and_end():
                            for number in range(400):
                                logging.warning('%d of 400 %s', number + 1, 'x' * 100)
                            os._exit(0)

                        def application(environ, start_response):
                            threading.Thread(target=say_much_and_end).start()
                            time.sleep(60)
                        """);
        Logger gatehouse = Logger.getLogger("dev.gatehouse");
        Handler slow = new SlowLog();
        gatehouse.addHandler(slow);
        try (LogRecords log = new LogRecords();
                PythonServer server = PythonServer.bare("application=python:" + script)) {
            assertThat(server.get("/").statusCode()).isEqualTo(502);

            log.await("400 of 400");
        } finally {
            gatehouse.removeHandler(slow);
        }
    }

    /** Takes half a second for the first record of the application. */
    private static final class SlowLog extends Handler {

        @Override
        public void publish(LogRecord entry) {
            if (entry.getMessage().contains(" 1 of 400 ")) {
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }

        @Override
        public void flush() {
            // Nothing is kept.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
