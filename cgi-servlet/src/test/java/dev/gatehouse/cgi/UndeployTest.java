package dev.gatehouse.cgi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
class UndeployTest {

    @Parameter private Container container;

    @Test
    @DisplayName("nothing is left after undeployment, not even of a script that runs")
    void nothingIsLeft() throws Exception {
        long threads = Remains.threads();
        Site site = Site.start(container, Map.of());
        Path started = site.folder().resolve("started");
        site.script("ok", "#!/bin/sh", "echo >&2 x; printf 'Content-Type: x/y\\n\\nok'");
        site.script("runs", "#!/bin/sh", "touch " + started, "exec sleep 60");
        assertThat(site.get("/cgi-bin/ok").text()).isEqualTo("ok");
        try (Wire wire = site.connect()) {
            wire.send("GET /cgi-bin/runs HTTP/1.1\r\nHost: x\r\n\r\n");
            Await.until("the script runs", () -> Files.exists(started));

            site.close();
        }
        Await.until("no process is left", () -> Remains.processes() == 0);
        Await.until("no thread is left", () -> Remains.threads() <= threads);
    }
}
