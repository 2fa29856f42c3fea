package dev.gatehouse.it.container;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.WeakReference;
import java.lang.runtime.ObjectMethods;
import java.util.List;

/** What a stopped server has left in this JVM. */
public final class Remains {

    private final WeakReference<ClassLoader> loader;

    Remains(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
    }

    /** The names of live threads that run with the server's class loader, or one below it. */
    public List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> belongs(thread.getContextClassLoader()))
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    /** Whether the server's class loader is still held, after a collection. */
    public boolean loader() throws ReflectiveOperationException {
        evictRecordTypeOfTheJdk();
        System.gc();
        return loader.get() != null;
    }

    private record Evictor(String text) {}

    /** Java 17 keeps the component type of the record whose hashCode was linked last. */
    private static void evictRecordTypeOfTheJdk() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        MethodHandle text = lookup.findGetter(Evictor.class, "text", String.class);
        MethodType hashCode = MethodType.methodType(int.class, Evictor.class);
        try {
            ObjectMethods.bootstrap(lookup, "hashCode", hashCode, Evictor.class, "text", text);
        } catch (Throwable e) {
            throw new ReflectiveOperationException(e);
        }
    }

    private boolean belongs(ClassLoader context) {
        for (ClassLoader at = context; at != null; at = at.getParent()) {
            if (at == loader.get()) {
                return true;
            }
        }
        return false;
    }
}
