package dev.gatehouse.launcher.server;

import java.util.Optional;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.LifecycleEvent;
import org.apache.catalina.LifecycleListener;
import org.apache.catalina.core.StandardContext;

/**
 * Remembers why a web application failed to start, which its context forgets as soon as it is
 * cleaned up.
 */
final class DeploymentFailure implements LifecycleListener {

    /** The context attribute in which Gatehouse's listener says why: a String. */
    private static final String ATTRIBUTE = "dev.gatehouse.failure";

    private Optional<String> reason = Optional.empty();

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)) {
            StandardContext context = (StandardContext) event.getLifecycle();
            reason =
                    Optional.ofNullable(context.getServletContext().getAttribute(ATTRIBUTE))
                            .map(text -> text.toString().replace(SingleApplication.WHERE, ""));
        }
    }

    /** What the web application said, if it said anything. */
    Optional<String> reason() {
        return reason;
    }
}
