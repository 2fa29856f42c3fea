package dev.gatehouse.process;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * The whole environment of a program. Immutable; its parts are checked once, however many commands
 * it goes through.
 *
 * @param variables names and values, {@linkplain NativeStrings native strings}
 */
public record Environment(Map<String, String> variables) {

    /** No variable at all. */
    public static final Environment EMPTY = new Environment(Map.of());

    /**
     * Copies and checks the variables.
     *
     * @throws IllegalArgumentException if a string is not a native string or contains NUL, or a
     *     name is empty or contains {@code =}
     */
    public Environment {
        // Not Map.copyOf: its maps are slower to make, and much slower to go through.
        variables = Collections.unmodifiableMap(new HashMap<>(variables));
        variables.forEach(Environment::requireVariable);
    }

    /** How many variables there are, without their values, which may be secrets: for logs. */
    @Override
    public String toString() {
        return variables.size() + " variables";
    }

    private static void requireVariable(String name, String value) {
        NativeStrings.requireCString("the name of a variable", name);
        NativeStrings.requireCString("the variable ", name, value);
        if (name.isEmpty() || name.indexOf('=') >= 0) {
            throw new IllegalArgumentException("not the name of a variable: \"" + name + '"');
        }
    }
}
