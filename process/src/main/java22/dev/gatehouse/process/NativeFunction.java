package dev.gatehouse.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Finds functions of the C library. */
final class NativeFunction {

    private static final Linker LINKER = Linker.nativeLinker();
    private static final SymbolLookup LIBRARY = LINKER.defaultLookup();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");

    private NativeFunction() {}

    /** A function that does not touch errno, or whose errno says nothing. */
    static MethodHandle plain(String name, MemoryLayout result, MemoryLayout... parameters) {
        return link(name, FunctionDescriptor.of(result, parameters));
    }

    /** A function whose first argument is the {@link Slab} that takes errno. */
    static MethodHandle withErrno(String name, MemoryLayout result, MemoryLayout... parameters) {
        return link(name, FunctionDescriptor.of(result, parameters), ERRNO);
    }

    /**
     * As {@link #withErrno}, for calls that never wait: they may be given memory of the heap, and
     * the garbage collector waits for them.
     */
    static MethodHandle quickWithErrno(
            String name, MemoryLayout result, MemoryLayout... parameters) {
        return link(
                name,
                FunctionDescriptor.of(result, parameters),
                ERRNO,
                Linker.Option.critical(true));
    }

    /** As {@link #withErrno}; the parameters from the given index on are variadic in C. */
    static MethodHandle variadicWithErrno(
            String name, int firstVariadic, MemoryLayout result, MemoryLayout... parameters) {
        return link(
                name,
                FunctionDescriptor.of(result, parameters),
                ERRNO,
                Linker.Option.firstVariadicArg(firstVariadic));
    }

    @SuppressWarnings("restricted") // Refused by the JVM if native access is denied to us.
    private static MethodHandle link(
            String name, FunctionDescriptor descriptor, Linker.Option... options) {
        MemorySegment symbol =
                LIBRARY.find(name)
                        .orElseThrow(
                                () ->
                                        new UnsupportedOperationException(
                                                "the C library has no " + name));
        return LINKER.downcallHandle(symbol, descriptor, options);
    }

    /** What a call through a method handle throws never comes from the C side. */
    static AssertionError impossible(Throwable failure) {
        return new AssertionError("a native call failed in the JVM", failure);
    }
}
