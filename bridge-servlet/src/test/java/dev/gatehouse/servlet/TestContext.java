package dev.gatehouse.servlet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A root context that keeps its attributes, has parameters, and servlets that are registered. */
final class TestContext {

    final ServletContext context = mock(ServletContext.class);
    final Map<String, Object> attributes = new HashMap<>();
    final Map<String, String> parameters = new HashMap<>();
    private final Map<String, ServletRegistration> servlets = new LinkedHashMap<>();

    TestContext() {
        when(context.getClassLoader()).thenReturn(getClass().getClassLoader());
        when(context.getContextPath()).thenReturn("");
        when(context.getInitParameterNames())
                .thenAnswer(call -> Collections.enumeration(parameters.keySet()));
        when(context.getInitParameter(any()))
                .thenAnswer(call -> parameters.get(call.<String>getArgument(0)));
        when(context.getAttributeNames())
                .thenAnswer(call -> Collections.enumeration(List.copyOf(attributes.keySet())));
        when(context.getAttribute(any()))
                .thenAnswer(call -> attributes.get(call.<String>getArgument(0)));
        doAnswer(call -> attributes.put(call.getArgument(0), call.getArgument(1)))
                .when(context)
                .setAttribute(any(), any());
        doAnswer(call -> attributes.remove(call.<String>getArgument(0)))
                .when(context)
                .removeAttribute(any());
        doReturn(servlets).when(context).getServletRegistrations();
    }

    /** Registers a GatewayServlet. */
    void register(String name, Map<String, String> initParameters) {
        ServletRegistration servlet = mock(ServletRegistration.class);
        when(servlet.getName()).thenReturn(name);
        when(servlet.getClassName()).thenReturn(GatewayServlet.class.getName());
        when(servlet.getInitParameters()).thenReturn(initParameters);
        when(servlet.getMappings()).thenReturn(List.of("/*"));
        servlets.put(name, servlet);
    }
}
