package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.ContractException;
import java.util.Map;

/**
 * Writes the strings of an environ: all names, then all values, so that a worker finds again the
 * names that it has seen in an earlier request.
 */
final class EnvironEncoder {

    private EnvironEncoder() {}

    /**
     * Adds what of an environ a worker needs: every pair whose value is a string.
     *
     * @throws ContractException if a value is no native string, as after a faulty middleware
     */
    static void encode(Map<String, Object> environ, FrameWriter out) {
        int names = out.u32(0).u32(0).position();
        for (Map.Entry<String, Object> entry : environ.entrySet()) {
            if (entry.getValue() instanceof String) {
                add(entry.getKey(), entry, out);
            }
        }
        int values = close(names, out, names - 8);
        for (Map.Entry<String, Object> entry : environ.entrySet()) {
            if (entry.getValue() instanceof String value) {
                add(value, entry, out);
            }
        }
        close(values, out, names - 4);
    }

    private static void add(String text, Map.Entry<String, Object> entry, FrameWriter out) {
        if (!out.nativeString(text)) {
            throw new ContractException(
                    "environ[%s] is no native string: chars must be U+0001..U+00FF"
                            .formatted(entry.getKey()));
        }
        out.u8(0);
    }

    /** Takes back the last NUL, notes the length and returns where the next part begins. */
    private static int close(int start, FrameWriter out, int length) {
        if (out.position() > start) {
            out.truncate(out.position() - 1);
        }
        out.u32At(length, out.position() - start);
        return out.position();
    }
}
