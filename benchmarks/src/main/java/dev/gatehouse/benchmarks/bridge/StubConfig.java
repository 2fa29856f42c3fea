package dev.gatehouse.benchmarks.bridge;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** A servlet mapped to {@code /*} in the root context, with no parameters. */
final class StubConfig implements ServletConfig {

    private final ServletContext context = answering(ServletContext.class);

    @Override
    public String getServletName() {
        return "benchmark";
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public String getInitParameter(String name) {
        return null;
    }

    @Override
    public Enumeration<String> getInitParameterNames() {
        return Collections.emptyEnumeration();
    }

    /** A proxy is quick enough: all of this is asked for once, when the servlet is initialised. */
    private static <T> T answering(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getContextPath" -> "";
                                    case "getServerInfo" -> "Stub/1.0";
                                    case "getClassLoader" -> StubConfig.class.getClassLoader();
                                    case "getInitParameterNames" -> Collections.emptyEnumeration();
                                    case "getServletRegistration" ->
                                            answering(ServletRegistration.class);
                                    case "getMappings" -> List.of("/*");
                                    case "getAttribute", "removeAttribute" -> null;
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.toString());
                                }));
    }
}
