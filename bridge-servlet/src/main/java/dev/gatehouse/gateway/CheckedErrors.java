package dev.gatehouse.gateway;

import java.io.PrintWriter;

/** {@code wsgi.errors}, which is not the application's to close. */
final class CheckedErrors extends PrintWriter {

    CheckedErrors(PrintWriter inner) {
        super(inner);
    }

    @Override
    public void close() {
        throw Validator.byApplication("wsgi.errors is not closed", "it was");
    }
}
