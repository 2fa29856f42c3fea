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

    /** As an operator starts it; each of these programs takes the place of the one before. */
    @Override
    public List<String> command(Jdk jdk, Path home, Path base, int port) {
        return List.of(
                "env",
                "JAVA_HOME=" + jdk.home(),
                "CATALINA_HOME=" + home,
                "CATALINA_BASE=" + base,
                "CATALINA_OPTS=-Dgatehouse.port="
                        + port
                        + " -XX:SoftRefLRUPolicyMSPerMB=0 -Xmx256m",
                home.resolve("bin/catalina.sh").toString(),
                "run");
    }

    @Override
    public Path drop(Path base) {
        return base.resolve("webapps");
    }

    /** As {@code unloadDelay} in its context.xml says. */
    @Override
    public boolean finishesRequests() {
        return true;
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
