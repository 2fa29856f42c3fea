package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.StartResponse;
import jakarta.servlet.ServletContextEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All applications of a web.xml are built, or none is and the deployment says why. */
public class GatewayListenerTest {

    private static final List<String> CLOSED = new ArrayList<>();

    private final TestContext web = new TestContext();
    private final ServletContextEvent event = new ServletContextEvent(web.context);
    private final GatewayListener listener = new GatewayListener();

    /** An application that says when it is closed. */
    public static class Good implements Application, AutoCloseable {
        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
                throws Exception {
            return Apps.OK.call(environ, startResponse);
        }

        @Override
        public void close() {
            CLOSED.add("good");
        }
    }

    @BeforeEach
    void nothingIsClosed() {
        CLOSED.clear();
    }

    @Test
    void closesTheOthersWhenOneIsBroken() {
        register("good", Good.class.getName());
        register("bad", "com.example.Nowhere");

        assertThatDeploymentFails().hasMessageContaining("servlet \"bad\"");
        assertThat(CLOSED).containsExactly("good");
        assertThat(web.attributes)
                .containsOnlyKeys(GatewayListener.FAILURE, GatewayListener.FAILURE_ALONE);
        assertThat(web.attributes.get(GatewayListener.FAILURE).toString())
                .startsWith("application \"com.example.Nowhere\" (servlet \"bad\"): there is no");
        assertThat(web.attributes.get(GatewayListener.FAILURE_ALONE).toString())
                .startsWith("application \"com.example.Nowhere\": there is no");
    }

    @Test
    void keepsWhatTheCodeThrew() {
        register("bad", DeploymentTest.Failing.class.getName());

        assertThatDeploymentFails();
        assertThat(web.attributes.get(GatewayListener.FAILURE_THROWN))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void closesTheOthersWhateverFails() {
        register("good", Good.class.getName());
        register("bad", Good.class.getName());
        when(web.context.getInitParameterNames())
                .thenReturn(Collections.emptyEnumeration())
                .thenThrow(new IllegalStateException("no parameters"));

        assertThatDeploymentFails()
                .hasMessage(
                        "failed: java.lang.IllegalStateException: no parameters (servlet \"bad\")")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThat(CLOSED).containsExactly("good");
        assertThat(web.attributes)
                .containsEntry(
                        GatewayListener.FAILURE,
                        "failed: java.lang.IllegalStateException: no parameters (servlet \"bad\")");
    }

    /** It may be one that is made with new GatewayServlet(application). */
    @Test
    void leavesAServletWithoutAnApplicationAlone() {
        web.register("given", Map.of("maxBodySize", "5"));

        listener.contextInitialized(event);

        assertThat(web.attributes).isEmpty();
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "aplication, com.example.Hello, unknown parameter \"aplication\" (servlet \"given\")",
        "maxBodySize, many, was \"many\" (servlet \"given\")"
    })
    void checksTheParametersOfAServletWithoutAnApplication(
            String parameter, String value, String why) {
        web.register("given", Map.of(parameter, value));

        assertThatDeploymentFails().hasMessageContaining(why);
    }

    @Test
    void closesWhatNoServletTook() {
        register("good", Good.class.getName());

        listener.contextInitialized(event);
        assertThat(CLOSED).isEmpty();
        listener.contextDestroyed(event);

        assertThat(CLOSED).containsExactly("good");
        assertThat(web.attributes).isEmpty();
    }

    private void register(String name, String application) {
        web.register(name, Map.of("application", application));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertThatDeploymentFails() {
        return assertThatThrownBy(() -> listener.contextInitialized(event))
                .isInstanceOf(DeploymentException.class);
    }
}
