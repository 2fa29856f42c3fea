package dev.gatehouse.python.daemon;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Tells virtual threads from others, also on a Java without them. */
final class ThreadKind {

    private static final MethodHandle IS_VIRTUAL = find();

    private ThreadKind() {}

    /** Whether the current thread is a virtual one. */
    static boolean isVirtual() {
        try {
            return (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.lookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException e) {
            // Before Java 21 there are none.
            return MethodHandles.dropArguments(
                    MethodHandles.constant(boolean.class, false), 0, Thread.class);
        }
    }
}
