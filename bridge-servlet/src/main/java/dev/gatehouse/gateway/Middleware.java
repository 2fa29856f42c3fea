package dev.gatehouse.gateway;

/**
 * An application around an application (PEP 3333, "Middleware").
 *
 * <p>Named in the init-param {@code middleware}: a class with a no-argument constructor, a static
 * method or a static field, as for {@code application}. The first in the list is the outermost: it
 * sees the request first and the response last.
 */
@FunctionalInterface
public interface Middleware {

    /**
     * Wraps an application; called once, at deployment.
     *
     * @param inner the application that the result may call
     * @return the application to use in its place. If it is {@link AutoCloseable}, it is closed at
     *     undeployment before {@code inner} is, and need not close {@code inner}
     */
    Application wrap(Application inner);
}
