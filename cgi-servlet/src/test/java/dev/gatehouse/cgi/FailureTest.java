package dev.gatehouse.cgi;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What becomes of scripts that go wrong: the answers are those of DESIGN.md, and no process is
 * left.
 */
abstract class FailureTest extends SiteTest {

    LogRecords log;

    FailureTest(Map<String, String> parameters) {
        super(parameters);
    }

    @BeforeEach
    final void listen() {
        log = new LogRecords();
    }

    @AfterEach
    final void nothingIsLeft() {
        log.close();
        Await.until("no process is left", () -> Remains.processes() == 0);
    }
}
