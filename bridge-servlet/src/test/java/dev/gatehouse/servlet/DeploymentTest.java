package dev.gatehouse.servlet;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Middleware;
import dev.gatehouse.gateway.StartResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what web.xml registers to an application, or to a message that says what is wrong. */
public class DeploymentTest {

    private static final List<String> CLOSED = new ArrayList<>();

    /** A static field that is an application. */
    public static final Application FIELD = Apps.blocks("field");

    /** A static field that is none. */
    public static final String TEXT = "text";

    /** A static field that is nothing. */
    public static final Application NULL = null;

    private final TestContext web = new TestContext();

    /** An application with a no-argument constructor. */
    public static class Hello implements Application, AutoCloseable {
        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
                throws Exception {
            return Apps.blocks("class").call(environ, startResponse);
        }

        @Override
        public void close() {
            CLOSED.add("application");
        }
    }

    /** A class whose constructor fails. */
    public static class Failing implements Application {
        /** Fails. */
        public Failing() {
            throw new IllegalStateException("no database");
        }

        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse) {
            return List.of();
        }
    }

    /** A class whose static initialiser fails. */
    public static class Unready extends Hello {
        static final String DRIVER = driver();
    }

    /** A class whose constructor needs one whose static initialiser fails. */
    public static class Leaning extends Hello {
        /** Fails. */
        public Leaning() {
            requireNonNull(Other.DRIVER);
        }

        private static final class Other {
            static final String DRIVER = driver();
        }
    }

    private static String driver() {
        throw new IllegalStateException("no driver");
    }

    /** Middleware that names itself around what it is given. */
    public static class Outer implements Middleware {
        @Override
        public Application wrap(Application inner) {
            return new Closing(around("outer", inner));
        }
    }

    private record Closing(Application inner) implements Application, AutoCloseable {
        @Override
        public Iterable<byte[]> call(Map<String, Object> environ, StartResponse startResponse)
                throws Exception {
            return inner.call(environ, startResponse);
        }

        @Override
        public void close() {
            CLOSED.add("middleware");
        }
    }

    /** An application that is a method. */
    public static Iterable<byte[]> method(Map<String, Object> environ, StartResponse start)
            throws Exception {
        return Apps.blocks("method").call(environ, start);
    }

    /** A method that makes an application. */
    public static Application make() {
        return Apps.blocks("made");
    }

    /** A method that makes none. */
    public static Application nothing() {
        return null;
    }

    /** Middleware that fails. */
    public static Application broken(Application inner) throws IOException {
        throw new IOException("no key");
    }

    /** Middleware that makes nothing of an application. */
    public static Application nothing(Application inner) {
        return null;
    }

    /** Middleware that is a method. */
    public static Application inner(Application inner) {
        return around("inner", inner);
    }

    private static Application around(String name, Application inner) {
        return (environ, startResponse) -> {
            List<byte[]> all = new ArrayList<>(Apps.bytes(name + "("));
            inner.call(environ, startResponse).forEach(all::add);
            all.addAll(Apps.bytes(")"));
            return all;
        };
    }

    @BeforeEach
    void nothingIsClosed() {
        CLOSED.clear();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "dev.gatehouse.servlet.DeploymentTest$Hello, class",
        "dev.gatehouse.servlet.DeploymentTest#FIELD, field",
        "dev.gatehouse.servlet.DeploymentTest#method, method",
        "dev.gatehouse.servlet.DeploymentTest#make, made"
    })
    void findsTheApplication(String named, String answer) throws Exception {
        assertThat(answer(deploy(Map.of("application", named)))).contains("write " + answer);
    }

    @ParameterizedTest(name = "application {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    com.example.Nowhere                           | there is no class com.example.Nowhere
                    ''                                            | names no class
                    java.lang.String                              | is no dev.gatehouse.gateway.Application but java.lang.String
                    java.lang.Math                                | no public constructor without arguments
                    dev.gatehouse.servlet.DeploymentTest$Failing  | no database
                    dev.gatehouse.servlet.DeploymentTest$Unready  | failed: java.lang.IllegalStateException: no driver
                    dev.gatehouse.servlet.DeploymentTest$Leaning  | failed: java.lang.IllegalStateException: no driver
                    dev.gatehouse.servlet.DeploymentTest#TEXT     | is no dev.gatehouse.gateway.Application but java.lang.String
                    dev.gatehouse.servlet.DeploymentTest#nowhere  | no public static method or field nowhere
                    dev.gatehouse.servlet.DeploymentTest#NULL     | is no dev.gatehouse.gateway.Application but null
                    dev.gatehouse.servlet.DeploymentTest#nothing  | is no dev.gatehouse.gateway.Application but null
                    nosuch:thing                                  | unknown scheme "nosuch"
                    test:broken                                   | failed: java.lang.IllegalStateException: no engine
                    test:null                                     | dev.gatehouse.servlet.TestFactory made no application of it
                    """)
    void saysWhatIsWrong(String named, String why) {
        assertThatThrownBy(() -> deploy(Map.of("application", named)))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("application \"" + named + "\"")
                .hasMessageContaining("(servlet \"blog\")")
                .hasMessageContaining(why);
    }

    @ParameterizedTest(name = "middleware {0}")
    @CsvSource({
        "dev.gatehouse.servlet.DeploymentTest#broken, failed: java.io.IOException: no key",
        "dev.gatehouse.servlet.DeploymentTest#nothing, returned null in place of an application"
    })
    void saysWhatIsWrongWithTheMiddleware(String named, String why) {
        assertThatThrownBy(
                        () ->
                                deploy(
                                        Map.of(
                                                "application",
                                                Hello.class.getName(),
                                                "middleware",
                                                named)))
                .isInstanceOf(DeploymentException.class)
                .hasMessage("middleware \"" + named + "\" (servlet \"blog\"): " + why);
        assertThat(CLOSED).containsExactly("application");
    }

    /** Containers log the causes of a failure, and need not say the same twice. */
    @Test
    void namesTheServletOfAnApplicationThatItsFactoryRefuses() {
        assertThatThrownBy(() -> deploy(Map.of("application", "test:refused")))
                .isInstanceOf(DeploymentException.class)
                .hasMessage("no engine (servlet \"blog\")")
                .cause()
                .isInstanceOf(IOException.class);
    }

    /** A message alone would not say where in the code it was thrown. */
    @Test
    void keepsTheStackTraceOfAConstructorThatFails() {
        assertThatThrownBy(() -> deploy(Map.of("application", Failing.class.getName())))
                .isInstanceOf(DeploymentException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .extracting(thrown -> thrown.getStackTrace()[0].getClassName())
                .isEqualTo(Failing.class.getName());
    }

    @Test
    void theFirstMiddlewareIsTheOutermost() throws Exception {
        Deployment deployment =
                deploy(
                        Map.of(
                                "application",
                                getClass().getName() + "#make",
                                "middleware",
                                "%1$s$Outer, %1$s#inner".formatted(getClass().getName())));

        assertThat(String.join("", answer(deployment)).replaceAll("flush|write |status 200", ""))
                .isEqualTo("outer(inner(made))");
    }

    @Test
    void applicationAndMiddlewareAreClosedOnceFromTheOutside() {
        Deployment deployment =
                deploy(
                        Map.of(
                                "application",
                                Hello.class.getName(),
                                "middleware",
                                Outer.class.getName()));

        deployment.close();
        deployment.close();

        assertThat(CLOSED).containsExactly("middleware", "application");
    }

    @Test
    void whatWasBuiltIsClosedWhenTheRestFails() {
        assertThatThrownBy(
                        () ->
                                deploy(
                                        Map.of(
                                                "application",
                                                Hello.class.getName(),
                                                "middleware",
                                                "com.example.Nowhere")))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("middleware \"com.example.Nowhere\"");
        assertThat(CLOSED).containsExactly("application");
    }

    @Test
    void aContextParameterIsADefault() throws Exception {
        web.parameters.put("gatehouse.environ.key", "context");
        web.parameters.put("gatehouse.maxBodySize", "3");
        web.parameters.put("other", "not ours");
        Deployment deployment =
                deploy(Map.of("application", getClass().getName() + "#FIELD", "maxBodySize", "5"));

        assertThat(answer(deployment, Exchange.get("/").body(new byte[4], 4)))
                .contains("write field");
    }

    @Test
    void anUnknownContextParameterFailsTheDeployment() {
        web.parameters.put("gatehouse.maxBodysize", "3");

        assertThatThrownBy(() -> deploy(Map.of("application", getClass().getName() + "#FIELD")))
                .isInstanceOf(DeploymentException.class)
                .hasMessageContaining("context-param gatehouse.maxBodysize");
    }

    @Test
    void whoEmbedsSaysWhereClassesAreMissing() {
        web.attributes.put("dev.gatehouse.missing-class", "write it");

        assertThatThrownBy(() -> deploy(Map.of("application", "com.example.Nowhere")))
                .isInstanceOf(DeploymentException.class)
                .hasMessageEndingWith("there is no class com.example.Nowhere; write it");
    }

    private Deployment deploy(Map<String, String> parameters) {
        return Deployment.of(
                new Registration("blog", parameters, List.of("/*")), web.context, null);
    }

    private List<String> answer(Deployment deployment) throws Exception {
        return answer(deployment, Exchange.get("/"));
    }

    private List<String> answer(Deployment deployment, Exchange exchange) throws Exception {
        deployment.gateway(web.context).answer(exchange.request, exchange.response);
        return exchange.events;
    }
}
