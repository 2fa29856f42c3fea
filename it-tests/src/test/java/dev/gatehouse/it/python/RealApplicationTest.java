package dev.gatehouse.it.python;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that others have written, deployed in each way. */
@ParameterizedClass(name = "{0}")
@MethodSource("dev.gatehouse.it.python.Deployment#all")
@Tag("embedded")
abstract class RealApplicationTest {

    /** Where the application runs; the subclass starts it. */
    static PythonSite site;

    @Parameter Deployment deployment;

    @AfterParameterizedClassInvocation
    static void stop() {
        if (site != null) {
            site.close();
            site = null;
        }
    }
}
