package dev.gatehouse.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("launcher")
class LauncherLargeBodiesTest {

    private static final long GIBIBYTE = 1L << 30;
    private static final int BLOCK = 1 << 16;
    private static final List<String> LITTLE_MEMORY = List.of("-Xmx64m");

    @TempDir private Path folder;

    @Test
    void takesAGibibyteInLittleMemory() throws Exception {
        try (Launcher launcher = Launcher.start(folder, LITTLE_MEMORY);
                RawClient client = launcher.connect()) {
            client.send(
                    RawRequest.of("POST", "/upload/")
                            .header("Content-Length", "" + GIBIBYTE)
                            .bytes());
            byte[] block = new byte[BLOCK];
            for (long sent = 0; sent < GIBIBYTE; sent += BLOCK) {
                client.send(block);
            }

            assertThat(client.receive().text()).startsWith("length: " + GIBIBYTE + " bytes\n");
        }
    }

    @Test
    void answersAGibibyteInLittleMemory() throws Exception {
        try (Launcher launcher = Launcher.app(folder, LITTLE_MEMORY, "Zeros");
                RawClient client = launcher.connect()) {
            assertThat(client.send(RawRequest.get("/1024").bytes()).head().values("Content-Length"))
                    .containsExactly("" + GIBIBYTE);
            for (long received = 0; received < GIBIBYTE; received += BLOCK) {
                client.bytes(BLOCK);
            }
        }
    }
}
