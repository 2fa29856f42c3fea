package dev.gatehouse.it.apps;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 202 with what the path in its init-param {@code to} answers, between brackets. */
public final class IncludingServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.getOutputStream().write("(".getBytes(US_ASCII));
        request.getRequestDispatcher(getInitParameter("to")).include(request, response);
        response.getOutputStream().write(")".getBytes(US_ASCII));
    }
}
