package dev.gatehouse.it.distribution;

import static dev.gatehouse.it.http.RawRequest.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.Await;
import dev.gatehouse.it.support.FreePort;
import dev.gatehouse.it.support.Jdk;
import dev.gatehouse.it.support.Requires;
import dev.gatehouse.it.support.ServerProcess;
import dev.gatehouse.it.support.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packaged WAR in the real containers, on each supported JDK. */
@ParameterizedClass(name = "{0} on JDK {1}")
@MethodSource("matrix")
@Tag("distribution")
class DistributionTest {

    /** A class that all WARs have, and one that is used in the delivered one only. */
    private static final String SERVLET = "dev.gatehouse.servlet.GatewayServlet";

    private static final String SITE = "dev.gatehouse.sample.Site";

    /** How long undeployment may take to be complete, on a busy machine. */
    private static final long UNDEPLOY_S = 60;

    /** More than a server had at work at a time before. */
    private static final int BUSY_THREADS = 8;

    private static final String HALF_AN_UPLOAD =
            "POST /gatehouse/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 8\r\n\r\nhalf";

    /** What servers write whatever is deployed. */
    private static final Pattern OWN_FILES =
            Pattern.compile(
                    "logs?/.*|output\\.txt|tmp/startup-marker|.*\\.undeployed"
                            + "|configuration/(logging\\.properties|standalone_xml_history/.*)");

    @Parameter(0)
    Distribution distribution;

    @Parameter(1)
    int feature;

    @TempDir Path base;

    private Jdk jdk;
    private ServerProcess server;
    private Path war;

    static Stream<Arguments> matrix() {
        return Stream.of(Distribution.values())
                .flatMap(each -> Stream.of(Arguments.of(each, 17), Arguments.of(each, 25)));
    }

    @BeforeEach
    void start() throws Exception {
        jdk = Requires.present(Jdk.find(feature), "a JDK " + feature + ", as in /usr/lib/jvm");
        Distribution.Layout layout = distribution.layout();
        layout.write(base);
        int port = FreePort.find();
        server =
                ServerProcess.start(
                        layout.command(jdk, distribution.home(), base, port), base, port);
        war = layout.drop(base).resolve("gatehouse.war");
        server.awaitStatus("/", 404);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    @DisplayName("deployed, exercised, undeployed without a trace, deployed again, and ended")
    void life() throws Exception {
        Set<String> before = Tree.files(base);
        Jcmd jcmd = new Jcmd(jdk, server.pid());
        SiteVisit visit = new SiteVisit(server);

        dropNeighbours();
        deploy();
        visit.make();
        RequestTables.check(server::connect, distribution.layout().column());
        assertThat(jcmd.loaded(SITE)).isEqualTo(1);
        assertRefused(Neighbour.MISSING);
        assertRefused(Neighbour.MISSPELT);
        server.awaitStatus(Neighbour.FILE.path(), 200);
        visit.fetch(Neighbour.FILE);
        undeployNeighbours();
        undeploy();
        assertNothingIsLeft(jcmd, before);

        deploy();
        visit.make();
        Await.until("the end of the first class loader", UNDEPLOY_S, () -> isLoadedOnce(jcmd));
        List<ProcessHandle> programs = programs();
        assertThat(end()).isEqualTo(143);
        Await.until(
                "the end of " + programs,
                () -> programs.stream().noneMatch(ProcessHandle::isAlive));
    }

    private void deploy() throws Exception {
        Path staged = Files.copy(Artifacts.war(), base.resolve("staged.war"));
        Files.move(staged, war, StandardCopyOption.ATOMIC_MOVE);
        server.awaitStatus("/gatehouse/hello", 200);
    }

    private void undeploy() throws Exception {
        distribution.layout().undeploy(war);
        server.awaitStatus("/gatehouse/hello", 404);
    }

    private void dropNeighbours() throws IOException {
        for (Neighbour each : Neighbour.values()) {
            Path staged = base.resolve("staged.war");
            each.write(staged);
            Files.move(staged, dropped(each), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void undeployNeighbours() throws IOException {
        for (Neighbour each : Neighbour.values()) {
            distribution.layout().undeploy(dropped(each));
        }
    }

    private Path dropped(Neighbour neighbour) {
        return war.resolveSibling(neighbour.file());
    }

    /** Not deployed, for a reason that the log has; the rest of the server is none the worse. */
    private void assertRefused(Neighbour broken) throws Exception {
        Distribution.Layout layout = distribution.layout();
        Await.until(
                broken.reason() + " in the log", () -> server.output().contains(broken.reason()));
        Await.until(
                "the mark of " + broken,
                () -> layout.markOfFailure(dropped(broken)).map(Files::exists).orElse(true));
        server.awaitStatus(broken.path(), layout.statusOfBroken());
    }

    /** Ends the server, with an upload under way where the server waits for its end. */
    private int end() throws Exception {
        if (!distribution.layout().finishesRequests()) {
            return server.terminate();
        }
        try (RawClient client = server.connect()) {
            SiteVisit.beginUpload(client);
            server.askToEnd();
            server.awaitRefusal();
            SiteVisit.endUpload(client);
        }
        return server.terminate();
    }

    /** Has several threads answer a request at once meanwhile, so that none has an older one. */
    private boolean isLoadedOnce(Jcmd jcmd) throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try {
            for (int i = 0; i < BUSY_THREADS; i++) {
                RawClient client = server.connect();
                clients.add(client);
                client.send(HALF_AN_UPLOAD);
            }
            for (RawClient client : clients) {
                assertThat(client.exchange("half").status()).isEqualTo(200);
            }
        } finally {
            for (RawClient client : clients) {
                client.close();
            }
        }
        return jcmd.loaded(SERVLET) == 1;
    }

    /** Opens a connection meanwhile: Jetty's selector holds on to the one that it woke for last. */
    private boolean isUnloaded(Jcmd jcmd) throws IOException {
        try (RawClient client = server.connect()) {
            client.exchange(get("/"));
        }
        return jcmd.loaded(SERVLET) == 0;
    }

    private void assertNothingIsLeft(Jcmd jcmd, Set<String> before) throws Exception {
        if (!distribution.layout().keepsLastRequest()) {
            Await.until("the class loader's end", UNDEPLOY_S, () -> isUnloaded(jcmd));
        }
        assertThat(jcmd.threads()).doesNotContain("dev.gatehouse");
        Await.until("the end of open files", () -> openFiles().isEmpty());
        Await.until("the end of " + programs(), UNDEPLOY_S, () -> programs().isEmpty());
        Await.until("the end of " + left(before), UNDEPLOY_S, () -> left(before).isEmpty());
    }

    /** What the server has started and is still running. */
    private List<ProcessHandle> programs() {
        return ProcessHandle.of(server.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** What of the WAR the process has open: files, and sockets have no path. */
    private List<Path> openFiles() throws IOException {
        Path descriptors = Path.of("/proc/" + server.pid() + "/fd");
        try (Stream<Path> all = Files.list(descriptors)) {
            return all.map(DistributionTest::target)
                    .filter(path -> path.toString().contains("gatehouse.war"))
                    .toList();
        }
    }

    private static Path target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (IOException closedMeanwhile) {
            return descriptor;
        }
    }

    private Set<String> left(Set<String> before) throws IOException {
        Set<String> files = Tree.files(base);
        files.removeAll(before);
        files.removeIf(OWN_FILES.asMatchPredicate());
        return files;
    }
}
