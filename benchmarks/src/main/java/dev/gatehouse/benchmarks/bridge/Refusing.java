package dev.gatehouse.benchmarks.bridge;

import java.lang.reflect.Proxy;

/** Makes objects whose every method fails, for the parts of an interface that a stub leaves out. */
final class Refusing {

    private Refusing() {}

    /** An object all of whose methods throw an exception that names the method. */
    static <T> T all(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            throw new UnsupportedOperationException(method.toString());
                        }));
    }
}
