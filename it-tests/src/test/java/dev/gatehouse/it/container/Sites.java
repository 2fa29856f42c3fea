package dev.gatehouse.it.container;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.border.ServletSpec;
import dev.gatehouse.it.border.WebApp;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The servers that the tests share: each is started when it is first asked for, and all end with
 * the test run.
 */
public final class Sites implements BeforeAllCallback {

    private record Key(Container container, String shape) {}

    private static final class Running extends ConcurrentHashMap<Key, Site>
            implements AutoCloseable {

        private static final long serialVersionUID = 1L;

        @Override
        public void close() {
            values().forEach(Site::close);
            clear();
        }
    }

    private static final Running RUNNING = new Running();

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot().getStore(Namespace.GLOBAL).getOrComputeIfAbsent("sites", k -> RUNNING);
    }

    /** The site with one gateway servlet on {@code /*} of the context {@code /app}. */
    public static Site of(Container container) {
        return of(container, "app", app -> WebApp.of("/app", gateway(app, "/*")));
    }

    /**
     * A site of another shape.
     *
     * @param shape names the shape: a site is started once per container and shape
     * @param webApp makes the web application around the switchable application
     */
    public static Site of(Container container, String shape, Function<Application, WebApp> webApp) {
        return RUNNING.computeIfAbsent(
                new Key(container, shape), key -> Site.start(container, webApp));
    }

    /** A gateway servlet, configured as most tests need it. */
    public static ServletSpec gateway(Application application, String... mappings) {
        return ServletSpec.gateway("gateway", application, mappings);
    }
}
