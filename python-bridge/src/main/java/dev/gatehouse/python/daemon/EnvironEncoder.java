package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.ContractException;
import java.util.Map;

/** Writes the strings of an environ as pairs. */
final class EnvironEncoder {

    private EnvironEncoder() {}

    /**
     * Adds what of an environ a worker needs: every pair whose value is a string.
     *
     * @throws ContractException if a value is no native string, as after a faulty middleware
     */
    static void encode(Map<String, Object> environ, FrameWriter out) {
        int start = out.position();
        for (Map.Entry<String, Object> entry : environ.entrySet()) {
            if (entry.getValue() instanceof String value) {
                if (!out.nativeString(entry.getKey()) || !out.u8(0).nativeString(value)) {
                    throw new ContractException(
                            "environ[%s] is no native string: chars must be U+0001..U+00FF"
                                    .formatted(entry.getKey()));
                }
                out.u8(0);
            }
        }
        if (out.position() > start) {
            out.truncate(out.position() - 1);
        }
    }
}
