package dev.gatehouse.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.python.support.LogRecords;
import dev.gatehouse.python.support.PythonServer;
import org.junit.jupiter.api.Test;

/** What a Python application says arrives in the container's log, with its level. */
class ApplicationLogTest {

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
}
