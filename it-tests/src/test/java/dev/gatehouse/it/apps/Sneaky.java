package dev.gatehouse.it.apps;

/** Throws what a method does not declare, as programs of other languages do. */
final class Sneaky {

    private Sneaky() {}

    /** Never returns; the type is for the compiler. */
    static RuntimeException thrown(Throwable any) {
        return Sneaky.<RuntimeException>raise(any);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T raise(Throwable any) throws T {
        throw (T) any;
    }
}
