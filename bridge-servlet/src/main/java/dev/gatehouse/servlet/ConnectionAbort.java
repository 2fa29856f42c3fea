package dev.gatehouse.servlet;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * Breaks the connection of a response that has begun and cannot be finished, so that no client
 * takes half of it for the whole.
 *
 * <p>Tomcat and Jetty do so when an exception leaves the servlet, and log it, unless it is one that
 * they throw themselves when a connection breaks. Undertow ends the response cleanly whatever
 * happens, so its connection is closed directly. None of the containers is on the class path; what
 * is needed of them is found through the request object.
 */
final class ConnectionAbort {

    private static final String UNDERTOW = "io.undertow.servlet.spec.HttpServletRequestImpl";

    /** What each container takes for a broken connection, and does not log again. */
    private static final String[] QUIET = {
        "org.apache.coyote.CloseNowException", "org.eclipse.jetty.io.EofException"
    };

    private ConnectionAbort() {}

    /**
     * Breaks the connection.
     *
     * @throws IOException always, unless the connection was closed directly; it must leave the
     *     servlet
     */
    static void abort(HttpServletRequest request, Throwable cause) throws IOException {
        ServletRequest own = unwrapped(request);
        if (own.getClass().getName().equals(UNDERTOW)) {
            closeUndertows(own);
            return;
        }
        throw quiet(own.getClass().getClassLoader(), cause);
    }

    /** The request of the container itself. */
    static ServletRequest unwrapped(ServletRequest request) {
        ServletRequest inner = request;
        while (inner instanceof ServletRequestWrapper wrapper) {
            inner = wrapper.getRequest();
        }
        return inner;
    }

    private static void closeUndertows(ServletRequest request) throws IOException {
        try {
            Object exchange = invoke(request, "getExchange");
            invoke(invoke(exchange, "getConnection"), "close");
        } catch (ReflectiveOperationException e) {
            throw new IOException("cannot close the connection of this Undertow", e);
        }
    }

    private static Object invoke(Object target, String method)
            throws ReflectiveOperationException, IOException {
        try {
            return target.getClass().getMethod(method).invoke(target);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException closing) {
                throw closing;
            }
            throw e;
        }
    }

    private static IOException quiet(ClassLoader containers, Throwable cause) {
        for (String name : QUIET) {
            try {
                Class<?> type = Class.forName(name, true, containers);
                return (IOException) type.getConstructor(Throwable.class).newInstance(cause);
            } catch (ReflectiveOperationException e) {
                // Not this container; the next, or the plain exception below.
            }
        }
        return new IOException("the response cannot be finished", cause);
    }
}
