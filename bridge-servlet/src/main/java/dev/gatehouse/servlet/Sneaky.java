package dev.gatehouse.servlet;

/**
 * Throws a checked exception where none is declared: PEP 3333 wants the application's own error.
 */
final class Sneaky {

    private Sneaky() {}

    /**
     * Throws any error as it is.
     *
     * @return never; the type lets the caller write {@code throw}
     */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> RuntimeException thrown(Throwable error) throws E {
        throw (E) error;
    }
}
