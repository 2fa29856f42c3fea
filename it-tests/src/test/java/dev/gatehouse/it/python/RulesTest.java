package dev.gatehouse.it.python;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;

/** What holds for Python applications in real containers; display names begin with the rules. */
@Tag("embedded")
abstract class RulesTest {

    /** The application that tries the rules; the subclass starts it. */
    static RulesSite site;

    @AfterParameterizedClassInvocation
    static void stop() {
        if (site != null) {
            site.close();
            site = null;
        }
    }
}
