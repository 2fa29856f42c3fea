package dev.gatehouse.it.distribution;

import dev.gatehouse.it.support.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** WildFly with the subsystems that Servlets need, and no management port. */
final class WildFlyLayout implements Distribution.Layout {

    /** As its own start script opens them. */
    private static final List<String> OPENED =
            List.of(
                    "java.base/java.lang",
                    "java.base/java.lang.invoke",
                    "java.base/java.lang.reflect",
                    "java.base/java.io",
                    "java.base/java.net",
                    "java.base/java.security",
                    "java.base/java.util",
                    "java.base/java.util.concurrent",
                    "java.management/javax.management",
                    "java.naming/javax.naming");

    @Override
    public void write(Path base) throws IOException {
        for (String folder : List.of("configuration", "deployments", "log", "tmp")) {
            Files.createDirectory(base.resolve(folder));
        }
        try (InputStream config = getClass().getResourceAsStream("/wildfly-standalone.xml")) {
            Files.copy(config, base.resolve("configuration/standalone.xml"));
        }
    }

    @Override
    public List<String> command(Jdk jdk, Path home, Path base, int port) {
        List<String> command = new ArrayList<>();
        command.add(jdk.program("java").toString());
        OPENED.forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        command.addAll(
                List.of(
                        "-Djava.net.preferIPv4Stack=true",
                        "-Djava.io.tmpdir=" + base.resolve("tmp"),
                        "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                        "-XX:SoftRefLRUPolicyMSPerMB=0",
                        "-Xmx512m",
                        "-jar",
                        home.resolve("jboss-modules.jar").toString(),
                        "-mp",
                        home.resolve("modules").toString(),
                        "org.jboss.as.standalone",
                        "-Djboss.home.dir=" + home,
                        "-Djboss.server.base.dir=" + base,
                        "-Djboss.http.port=" + port));
        return command;
    }

    @Override
    public Path drop(Path base) {
        return base.resolve("deployments");
    }

    /** JBoss Threads keeps the last task of an idle worker in a local variable. */
    @Override
    public boolean keepsLastRequest() {
        return true;
    }

    /**
     * The scanner leaves a marker when it has deployed; without it, it undeploys. What has failed
     * it only removes as long as its own marker stays.
     */
    @Override
    public void undeploy(Path war) throws IOException {
        Files.deleteIfExists(marker(war, "deployed"));
        Files.delete(war);
    }

    @Override
    public Optional<Path> markOfFailure(Path war) {
        return Optional.of(marker(war, "failed"));
    }

    private static Path marker(Path war, String outcome) {
        return war.resolveSibling(war.getFileName() + "." + outcome);
    }

    @Override
    public int column() {
        return 2;
    }
}
