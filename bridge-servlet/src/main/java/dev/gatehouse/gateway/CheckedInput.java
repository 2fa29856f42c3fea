package dev.gatehouse.gateway;

import java.io.FilterInputStream;
import java.io.InputStream;

/** {@code wsgi.input}, which is not the application's to close. */
final class CheckedInput extends FilterInputStream {

    CheckedInput(InputStream inner) {
        super(inner);
    }

    @Override
    public void close() {
        throw Validator.byApplication("wsgi.input is not closed", "it was");
    }
}
