package dev.gatehouse.launcher.server;

import jakarta.servlet.ServletContext;
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

    /** The context attribute in which Gatehouse's listener keeps what the application threw. */
    private static final String THROWN = "dev.gatehouse.failure.thrown";

    private final String attribute;
    private Optional<String> reason = Optional.empty();
    private Optional<Throwable> thrown = Optional.empty();

    /**
     * Remembers one failure.
     *
     * @param attribute the context attribute in which Gatehouse's listener says why: a String
     */
    DeploymentFailure(String attribute) {
        this.attribute = attribute;
    }

    @Override
    public void lifecycleEvent(LifecycleEvent event) {
        if (event.getType().equals(Lifecycle.BEFORE_STOP_EVENT)) {
            ServletContext context = ((StandardContext) event.getLifecycle()).getServletContext();
            reason = Optional.ofNullable((String) context.getAttribute(attribute));
            thrown = Optional.ofNullable((Throwable) context.getAttribute(THROWN));
        }
    }

    /** What the web application said, if it said anything. */
    Optional<String> reason() {
        return reason;
    }

    /** What the application's own code threw, if it failed for that. */
    Optional<Throwable> thrown() {
        return thrown;
    }
}
