package dev.gatehouse.cgi;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What CgiServlet does, in each container; all tests of a class share a site. */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SiteTest {

    @Parameter Container container;
    Site site;

    private final String contextPath;
    private final Map<String, String> parameters;

    /** A test with a site at the root, with the scripts at /cgi-bin/. */
    SiteTest(Map<String, String> parameters) {
        this("", parameters);
    }

    /** A test with a site, with the scripts at /cgi-bin/. */
    SiteTest(String contextPath, Map<String, String> parameters) {
        this.contextPath = contextPath;
        this.parameters = parameters;
    }

    @BeforeParameterizedClassInvocation
    final void startSite() {
        site = Site.start(container, contextPath, List.of("/cgi-bin/*"), parameters);
    }

    @AfterParameterizedClassInvocation
    final void closeSite() {
        site.close();
    }
}
