package dev.gatehouse.it.distribution;

import dev.gatehouse.it.support.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Jetty with nothing but HTTP and the deployer of one EE environment. */
final class JettyLayout implements Distribution.Layout {

    private final String environment;

    JettyLayout(String environment) {
        this.environment = environment;
    }

    @Override
    public void write(Path base) throws IOException {
        for (String folder : List.of("start.d", "webapps", "environments", "resources", "tmp")) {
            Files.createDirectory(base.resolve(folder));
        }
        Files.writeString(base.resolve("start.d/http.ini"), "--modules=http\n");
        Files.writeString(
                base.resolve("start.d/deploy.ini"), "--modules=" + environment + "-deploy\n");
    }

    /**
     * Properties go on the command line: in an ini of an EE module the server does not see them.
     */
    @Override
    public List<String> command(Jdk jdk, Path home, Path base, int port) {
        return List.of(
                jdk.program("java").toString(),
                "-Djava.io.tmpdir=" + base.resolve("tmp"),
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Xmx256m",
                "-jar",
                home.resolve("start.jar").toString(),
                "jetty.base=" + base,
                "jetty.http.host=127.0.0.1",
                "jetty.http.port=" + port,
                "jetty.deploy.scanInterval=1");
    }

    @Override
    public Path drop(Path base) {
        return base.resolve("webapps");
    }

    @Override
    public int statusOfBroken() {
        return 503;
    }

    @Override
    public void undeploy(Path war) throws IOException {
        Files.delete(war);
    }

    @Override
    public int column() {
        return 1;
    }
}
