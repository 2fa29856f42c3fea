package dev.gatehouse.cgi;

import java.util.List;

/**
 * The request methods that scripts get to see (RFC 3875, 4.3).
 *
 * @param names their names; empty stands for every method
 */
record AllowedMethods(List<String> names) {

    private static final String EVERY = "*";

    /** Parses a list separated by commas, or an asterisk. */
    static AllowedMethods parse(String text) {
        if (text.strip().equals(EVERY)) {
            return new AllowedMethods(List.of());
        }
        List<String> names = List.of(text.strip().split("\\s*,\\s*"));
        if (names.stream().anyMatch(name -> !name.matches("[A-Za-z-]+"))) {
            throw new IllegalArgumentException();
        }
        return new AllowedMethods(names);
    }

    /** Whether a method is among them; where GET is, HEAD is too. */
    boolean permit(String method) {
        return names.isEmpty()
                || names.contains(method)
                || (method.equals("HEAD") && names.contains("GET"));
    }

    /** The value of the Allow header (RFC 9110, 10.2.1). */
    String allow() {
        return String.join(", ", names);
    }
}
