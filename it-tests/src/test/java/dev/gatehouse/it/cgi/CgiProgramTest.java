package dev.gatehouse.it.cgi;

import dev.gatehouse.it.container.Container;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A real program under CGI, in two containers, by either way to start processes. */
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"TOMCAT_11", "JETTY_12_1"})
@Tag("embedded")
abstract class CgiProgramTest {

    @Parameter Container container;

    @TempDir Path folder;

    final CgiSite start(Map<String, String> parameters) throws Exception {
        return CgiSite.start(container, folder, parameters);
    }
}
