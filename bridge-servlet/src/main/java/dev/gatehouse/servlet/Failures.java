package dev.gatehouse.servlet;

import dev.gatehouse.gateway.GatewayException;
import dev.gatehouse.gateway.LoggedException;
import dev.gatehouse.gateway.OverloadedException;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;

/**
 * What becomes of a request that failed: a clean error as long as nothing was sent, a broken
 * connection afterwards; one log record, and nothing of it to the client. Thread-safe.
 */
final class Failures {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.servlet");
    private static final int DEEPEST_CAUSE = 10;

    private final String name;
    private final boolean errorPages;

    /**
     * The failures of one application.
     *
     * @param name the name of the application, for the log
     * @param errorPages whether the container answers, with the error pages of web.xml
     */
    Failures(String name, boolean errorPages) {
        this.name = name;
        this.errorPages = errorPages;
    }

    /**
     * Logs a failure and answers, or breaks the connection; a client that has the whole response
     * already is left alone.
     *
     * @param writer what there is of the response
     * @throws IOException if the connection has to be broken
     */
    void handle(
            Throwable error,
            HttpServletRequest request,
            HttpServletResponse response,
            ResponseWriter writer)
            throws IOException {
        if (isCausedBy(ClientGoneException.class, error)) {
            log(Level.DEBUG, "the client went away on", request, error);
            return;
        }
        int status = status(error);
        boolean quiet = status < 500 || isCausedBy(LoggedException.class, error);
        log(quiet ? Level.DEBUG : Level.ERROR, "failed on", request, error);
        if (request.getDispatcherType() == DispatcherType.INCLUDE) {
            // The status is the including servlet's; what is missing is all there is to see.
            return;
        }
        if (writer.isReplaceable()) {
            writer.discard();
            if (error instanceof OverloadedException overloaded) {
                long seconds = Math.max(1, overloaded.retryAfter().toSeconds());
                response.setHeader("Retry-After", Long.toString(seconds));
            }
            answer(status, response);
        } else if (!writer.isComplete()) {
            ConnectionAbort.abort(request, error);
        }
    }

    /** Writes one record: who, what, on which request, why. */
    void log(Level level, String what, HttpServletRequest request, Throwable error) {
        if (LOG.isLoggable(level)) {
            String message = error.getMessage() == null ? error.toString() : error.getMessage();
            LOG.log(
                    level,
                    "application \"%s\" %s %s %s: %s"
                            .formatted(
                                    name,
                                    what,
                                    request.getMethod(),
                                    request.getRequestURI(),
                                    message),
                    isExplained(error) ? null : error);
        }
    }

    /** 502 to 504 are about programs and load: there is no code that a stack trace could show. */
    private static boolean isExplained(Throwable error) {
        return error instanceof GatewayException known
                && known.status() >= 502
                && known.status() <= 504
                && known.getCause() == null;
    }

    private static int status(Throwable error) {
        if (error instanceof GatewayException known) {
            return known.status();
        }
        return isCausedBy(RequestBodyException.class, error) ? 400 : 500;
    }

    private static boolean isCausedBy(Class<? extends Throwable> type, Throwable error) {
        Throwable cause = error;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private void answer(int status, HttpServletResponse response) throws IOException {
        if (errorPages) {
            response.sendError(status);
            return;
        }
        byte[] text = (status + " " + reason(status) + "\n").getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        HeadSender.sendTypeAlone("text/plain", response);
        response.setContentLengthLong(text.length);
        response.getOutputStream().write(text);
    }

    private static String reason(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 413 -> "Content Too Large";
            case 431 -> "Request Header Fields Too Large";
            case 500 -> "Internal Server Error";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> status < 500 ? "Client Error" : "Server Error";
        };
    }
}
