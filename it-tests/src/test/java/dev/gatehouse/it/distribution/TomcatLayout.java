package dev.gatehouse.it.distribution;

import dev.gatehouse.it.support.Jdk;
import dev.gatehouse.it.support.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tomcat on the project's own {@code tomcat-conf/}. */
final class TomcatLayout implements Distribution.Layout {

    @Override
    public void write(Path base) throws IOException {
        Tree.copy(Artifacts.root().resolve("tomcat-conf"), base);
        for (String folder : List.of("logs", "temp", "webapps", "work")) {
            Files.createDirectory(base.resolve(folder));
        }
    }

    @Override
    public List<String> command(Jdk jdk, Path home, Path base, int port) {
        String classPath =
                home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar");
        return List.of(
                jdk.program("java").toString(),
                "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Dcatalina.home=" + home,
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "-Dgatehouse.port=" + port,
                "-XX:SoftRefLRUPolicyMSPerMB=0",
                "-Xmx256m",
                "-cp",
                classPath,
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    @Override
    public Path drop(Path base) {
        return base.resolve("webapps");
    }

    @Override
    public void undeploy(Path war) throws IOException {
        Files.delete(war);
    }

    @Override
    public int column() {
        return 0;
    }
}
