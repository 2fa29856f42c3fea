package dev.gatehouse.it.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;

/** An application that needs numpy: C code with threads of its own, in the threads of a worker. */
class NumpyTest extends RealApplicationTest {

    @BeforeParameterizedClassInvocation
    static void start(Deployment deployment) throws Exception {
        site = deployment.start(".", "numpy_app", Map.of("processes", "2", "threads", "2"));
    }

    @Test
    void solvesEquationsThatComeAsAFile() throws Exception {
        assertThat(site.client("numpy_solver.py", 300)).isEqualTo("solved 300 equations\n");
    }

    @Test
    void multipliesMatricesForManyAtATime() throws Exception {
        Object[] options = {"--no-progress-meter", "--parallel", "--parallel-max", "8"};

        // The brackets make of one address twenty.
        assertThat(site.curl("/trace?[1-20]", options).lines()).hasSize(20).containsOnly("300");
    }
}
