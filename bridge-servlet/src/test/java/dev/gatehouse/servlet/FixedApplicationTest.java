package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A servlet that runs one kind of application, in a web application without the listener. */
class FixedApplicationTest {

    private static final class FixedServlet extends GatewayServlet {

        private static final long serialVersionUID = 1L;

        FixedServlet() {
            super("nosuch:");
        }
    }

    @Test
    void isWhatTheServletBuildsItself() {
        ServletContext context = mock(ServletContext.class);
        when(context.getClassLoader()).thenReturn(getClass().getClassLoader());
        when(context.getInitParameterNames()).thenReturn(Collections.emptyEnumeration());
        ServletConfig config = mock(ServletConfig.class);
        when(config.getServletName()).thenReturn("fixed");
        when(config.getServletContext()).thenReturn(context);
        when(config.getInitParameterNames()).thenReturn(Collections.emptyEnumeration());

        assertThatThrownBy(() -> new FixedServlet().init(config))
                .isInstanceOf(ServletException.class)
                .hasMessageContaining("unknown scheme \"nosuch\"");
    }
}
