package dev.gatehouse.benchmarks.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.gateway.Header;
import dev.gatehouse.servlet.GatewayServlet;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One request that is answered with a hello of 13 bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class BridgeBenchmark {

    private static final byte[] BODY = "Hello, world\n".getBytes(UTF_8);
    private static final String TYPE = "text/plain;charset=utf-8";
    private static final List<Header> HEADERS =
            List.of(
                    new Header("Content-Type", TYPE),
                    new Header("Content-Length", Integer.toString(BODY.length)));

    /** The request. */
    @Param public Requests request;

    private final Servlet plain = new Plain();
    private final Servlet gateway =
            new GatewayServlet(
                    (environ, startResponse) -> {
                        startResponse.start("200 OK", HEADERS);
                        return List.of(BODY);
                    });
    private final StubResponse response = new StubResponse();
    private StubRequest stub;

    /** Initialises both servlets as a container does. */
    @Setup
    public void setUp() throws ServletException {
        stub = request.make();
        plain.init(new StubConfig());
        gateway.init(new StubConfig());
    }

    /** The baseline: a servlet that does the same, and what the stubs cost. */
    @Benchmark
    public long plain() throws ServletException, IOException {
        plain.service(stub, response);
        return response.outcome();
    }

    /** The same answer by an application behind the bridge. */
    @Benchmark
    public long gateway() throws ServletException, IOException {
        gateway.service(stub, response);
        return response.outcome();
    }

    private static final class Plain extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            response.setContentType(TYPE);
            response.setContentLength(BODY.length);
            response.getOutputStream().write(BODY, 0, BODY.length);
        }
    }
}
