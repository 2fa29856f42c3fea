package dev.gatehouse.launcher.server;

import dev.gatehouse.launcher.proxy.ForwardedValve;
import java.nio.file.Path;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.util.StandardSessionIdGenerator;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.tomcat.util.modeler.Registry;
import org.apache.tomcat.util.scan.StandardJarScanFilter;

/** Makes a Tomcat that holds one web application, reads it from the WAR, and says little. */
final class TomcatFactory {

    private TomcatFactory() {}

    static Tomcat create(ServerSettings settings, Path folder) {
        // Nobody looks at the MBeans of a server that was started a second ago.
        Registry.disableRegistry();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        StandardHost host = (StandardHost) tomcat.getHost();
        host.setUnpackWARs(false);
        host.setAutoDeploy(false);
        ErrorReportValve errors = new ErrorReportValve();
        errors.setShowReport(false);
        errors.setShowServerInfo(false);
        host.getPipeline().addValve(errors);
        tomcat.getEngine().getPipeline().addValve(new ForwardedValve(settings.trustedProxies()));
        settings.accessLog().ifPresent(tomcat.getEngine().getPipeline()::addValve);
        return tomcat;
    }

    static void configure(StandardContext context) {
        context.setParentClassLoader(new ContainerLoader());
        context.setUnpackWAR(false);
        context.setFailCtxIfServletStartFails(true);
        // The process ends with the web application, and would need --add-opens to look.
        context.setClearReferencesThreadLocals(false);
        context.setClearReferencesRmiTargets(false);
        StandardManager sessions = new StandardManager();
        sessions.setPathname(null);
        // The default of the platform, which need not collect its own entropy first.
        StandardSessionIdGenerator ids = new StandardSessionIdGenerator();
        ids.setSecureRandomAlgorithm("");
        sessions.setSessionIdGenerator(ids);
        context.setManager(sessions);
        // There are neither TLDs nor fragments to be found, and looking for them takes time.
        StandardJarScanFilter none = new StandardJarScanFilter();
        none.setDefaultTldScan(false);
        none.setDefaultPluggabilityScan(false);
        context.getJarScanner().setJarScanFilter(none);
    }
}
