package dev.gatehouse.python.support;

import dev.gatehouse.servlet.GatewayListener;
import dev.gatehouse.servlet.GatewayServlet;
import jakarta.servlet.ServletContextAttributeEvent;
import jakarta.servlet.ServletContextAttributeListener;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.Globals;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.LifecycleState;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.modeler.Registry;

/** An embedded Tomcat that runs one Python application, and a client for it. */
public final class PythonServer implements AutoCloseable {

    /** Where the applications of the tests lie. */
    public static final Path APPS = Path.of("src/test/python/apps").toAbsolutePath();

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final int FIRST_WITH_GOOD_VIRTUAL_THREADS = 24;

    // One for all: its threads and descriptors stay until it is collected.
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        Registry.disableRegistry();
    }

    private final Tomcat tomcat = new Tomcat();
    private final Path base;
    private final FailureKeeper failure = new FailureKeeper();
    private int port;

    private PythonServer() throws IOException {
        base = Files.createTempDirectory("python-server");
    }

    /**
     * Starts the application {@code site:app} of {@link #APPS}, or another.
     *
     * @param parameters init-params as {@code name=value}
     * @throws LifecycleException if the deployment fails
     */
    public static PythonServer start(String... parameters) throws Exception {
        Map<String, String> all = new HashMap<>();
        all.put("application", "python:site_app:app");
        all.put("chdir", APPS.toString());
        all.putAll(parse(parameters));
        return deployed(all);
    }

    /**
     * Starts an application with these parameters and no others.
     *
     * @throws LifecycleException if the deployment fails
     */
    public static PythonServer bare(String... parameters) throws Exception {
        return deployed(parse(parameters));
    }

    /** Why a deployment fails. */
    public static String failure(String... parameters) throws Exception {
        try (PythonServer server = bare(parameters)) {
            throw new AssertionError("the deployment did not fail: " + server.port);
        } catch (LifecycleException e) {
            return e.getMessage();
        }
    }

    /**
     * Deploys a WAR without unpacking it.
     *
     * @throws LifecycleException if the deployment fails
     */
    public static PythonServer packed(Path war) throws Exception {
        return started(server -> server.deployWar(war));
    }

    private static PythonServer deployed(Map<String, String> parameters) throws Exception {
        return started(server -> server.deploy(parameters));
    }

    private static PythonServer started(Deployment deployment) throws Exception {
        PythonServer server = new PythonServer();
        try {
            server.listen();
            server.await(deployment.of(server));
            return server;
        } catch (Throwable e) {
            server.close();
            throw e;
        }
    }

    private static Map<String, String> parse(String... parameters) {
        return Stream.of(parameters)
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    }

    private void listen() throws InterruptedException {
        Interpreters.require();
        tomcat.setBaseDir(base.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        // On virtual threads where they are the default.
        boolean virtual = Runtime.version().feature() >= FIRST_WITH_GOOD_VIRTUAL_THREADS;
        tomcat.getConnector().setProperty("useVirtualThreads", Boolean.toString(virtual));
    }

    private StandardContext deployWar(Path war) {
        ((StandardHost) tomcat.getHost()).setUnpackWARs(false);
        StandardContext context =
                (StandardContext)
                        tomcat.addWebapp(tomcat.getHost(), "", war.toString(), new ContextConfig());
        context.setParentClassLoader(PythonServer.class.getClassLoader());
        context.addServletContainerInitializer(
                (classes, application) -> application.addListener(failure), Set.of());
        return context;
    }

    private StandardContext deploy(Map<String, String> given) {
        Map<String, String> parameters = new HashMap<>(given);
        // Machines that build are busy.
        parameters.putIfAbsent("startupTimeout", "120s");
        StandardContext context = (StandardContext) tomcat.addContext("", base.toString());
        context.setParentClassLoader(PythonServer.class.getClassLoader());
        context.setFailCtxIfServletStartFails(true);
        context.addApplicationListener(GatewayListener.class.getName());
        context.addServletContainerInitializer(
                (classes, application) -> {
                    application.addListener(failure);
                    ServletRegistration.Dynamic servlet =
                            application.addServlet("site", GatewayServlet.class.getName());
                    servlet.setInitParameters(parameters);
                    servlet.setLoadOnStartup(1);
                    servlet.addMapping("/*");
                },
                Set.of());
        return context;
    }

    private void await(StandardContext context) throws LifecycleException {
        tomcat.start();
        if (context.getState() != LifecycleState.STARTED) {
            throw new LifecycleException(failure.message);
        }
        port = tomcat.getConnector().getLocalPort();
    }

    /** The answer to a GET. */
    public HttpResponse<String> get(String target) throws Exception {
        return CLIENT.send(
                request(target).GET().build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    /** The body of the answer to a GET, which must be 200. */
    public String text(String target) throws Exception {
        HttpResponse<String> response = get(target);
        if (response.statusCode() != 200) {
            throw new AssertionError(target + " was answered with " + response.statusCode());
        }
        return response.body();
    }

    /** The answer to a POST; the length is declared if the publisher knows it. */
    public HttpResponse<byte[]> post(String target, BodyPublisher body) throws Exception {
        return CLIENT.send(request(target).POST(body).build(), BodyHandlers.ofByteArray());
    }

    /** The answer to a request that the caller makes. */
    public <T> HttpResponse<T> send(
            String method, String target, HttpResponse.BodyHandler<T> handler) throws Exception {
        return CLIENT.send(
                request(target).method(method, BodyPublishers.noBody()).build(), handler);
    }

    /** A connection of one's own, with a receive buffer of some size. */
    public Socket connect(int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.setSoTimeout((int) DEADLINE.toMillis());
        socket.connect(
                new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        return socket;
    }

    /** The worker processes that run, as the system sees them. */
    public List<Long> pids() {
        return workers().map(ProcessHandle::pid).sorted().toList();
    }

    /** All worker processes of this JVM. */
    public static Stream<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .filter(PythonServer::isWorker);
    }

    private static boolean isWorker(ProcessHandle process) {
        Optional<String[]> arguments = process.info().arguments();
        return arguments.isPresent()
                && Stream.of(arguments.get()).anyMatch(each -> each.contains("__main__.py"))
                && process.info().command().filter(each -> each.contains("python")).isPresent();
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(DEADLINE);
    }

    @Override
    public void close() throws IOException, LifecycleException {
        try {
            tomcat.stop();
            tomcat.destroy();
            // The next embedded Tomcat would take this one's folder for its home, and make it
            // again.
            System.clearProperty(Globals.CATALINA_HOME_PROP);
            System.clearProperty(Globals.CATALINA_BASE_PROP);
        } finally {
            try (Stream<Path> files = Files.walk(base)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** What makes a server run an application. */
    private interface Deployment {

        StandardContext of(PythonServer server) throws Exception;
    }

    /** Tomcat forgets the attributes of a context that fails. */
    private static final class FailureKeeper implements ServletContextAttributeListener {

        private volatile String message = "the deployment failed without a word";

        @Override
        public void attributeAdded(ServletContextAttributeEvent event) {
            if (event.getName().equals(GatewayListener.FAILURE)) {
                message = (String) event.getValue();
            }
        }
    }
}
