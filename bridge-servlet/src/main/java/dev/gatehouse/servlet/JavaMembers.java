package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.gateway.DeploymentException;
import dev.gatehouse.gateway.Middleware;
import dev.gatehouse.gateway.StartResponse;
import jakarta.servlet.ServletContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what a parameter names in Java: a class with a no-argument constructor, a static field
 * ({@code class#FIELD}) or a static method ({@code class#method}), all public.
 *
 * <p>A method is the thing itself if it takes what the thing takes; one without arguments returns
 * the thing.
 */
final class JavaMembers {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.servlet");

    private final ClassLoader loader;
    private final String where;

    JavaMembers(ServletContext context, String where) {
        this.loader = context.getClassLoader();
        this.where = where;
    }

    /**
     * The application that a parameter names.
     *
     * @throws DeploymentException if there is none
     */
    Application application(String parameter, String named) {
        Reference reference = new Reference(parameter, named);
        return reference
                .method(Iterable.class, Map.class, StartResponse.class)
                .map(JavaMembers::application)
                .orElseGet(() -> reference.get(Application.class));
    }

    /**
     * The middleware that a parameter names.
     *
     * @throws DeploymentException if there is none
     */
    Middleware middleware(String parameter, String named) {
        Reference reference = new Reference(parameter, named);
        return reference
                .method(Application.class, Application.class)
                .map(JavaMembers::middleware)
                .orElseGet(() -> reference.get(Middleware.class));
    }

    @SuppressWarnings("unchecked")
    private static Application application(MethodHandle method) {
        return (environ, startResponse) -> {
            try {
                return (Iterable<byte[]>) (Iterable<?>) method.invoke(environ, startResponse);
            } catch (Throwable e) {
                throw Sneaky.thrown(e);
            }
        };
    }

    private static Middleware middleware(MethodHandle method) {
        return inner -> {
            try {
                return (Application) method.invoke(inner);
            } catch (Throwable e) {
                throw Sneaky.thrown(e);
            }
        };
    }

    /** One parameter's value, taken apart. */
    private final class Reference {

        private final String parameter;
        private final String named;
        private final String member;
        private final Class<?> type;

        Reference(String parameter, String named) {
            this.parameter = parameter;
            this.named = named;
            int hash = named.indexOf('#');
            this.member = hash < 0 ? "" : named.substring(hash + 1);
            this.type = load(hash < 0 ? named : named.substring(0, hash));
        }

        private Class<?> load(String className) {
            if (className.isBlank()) {
                throw broken("names no class; name one, class#method or class#FIELD", null);
            }
            try {
                return Class.forName(className, true, loader);
            } catch (ClassNotFoundException e) {
                throw broken(
                        "there is no class "
                                + className
                                + "; put it into WEB-INF/classes or its jar into WEB-INF/lib, or"
                                + " name them in the launcher's --classpath",
                        e);
            } catch (LinkageError e) {
                throw broken("the class " + className + " cannot be loaded: " + e, e);
            }
        }

        /** The static method of that name and these types, if the value names one. */
        Optional<MethodHandle> method(Class<?> returned, Class<?>... taken) {
            try {
                Method method = type.getMethod(member, taken);
                boolean fits =
                        Modifier.isStatic(method.getModifiers())
                                && returned.isAssignableFrom(method.getReturnType());
                return fits
                        ? Optional.of(MethodHandles.publicLookup().unreflect(method))
                        : Optional.empty();
            } catch (NoSuchMethodException e) {
                return Optional.empty();
            } catch (IllegalAccessException e) {
                throw broken("make the class " + type.getName() + " public", e);
            }
        }

        /** The object that the value names. */
        <T> T get(Class<T> wanted) {
            Object object;
            try {
                object = member.isEmpty() ? construct() : field().orElseGet(this::made);
            } catch (InvocationTargetException e) {
                throw failed(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw broken("cannot be used: " + e, e);
            }
            if (!wanted.isInstance(object)) {
                throw broken(
                        "is no %s but %s"
                                .formatted(
                                        wanted.getName(),
                                        object == null ? "null" : object.getClass().getName()),
                        null);
            }
            return wanted.cast(object);
        }

        private Object construct() throws ReflectiveOperationException {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 0) {
                    return constructor.newInstance();
                }
            }
            throw broken("the class has no public constructor without arguments", null);
        }

        private Optional<Object> field() throws IllegalAccessException {
            for (Field field : type.getFields()) {
                if (field.getName().equals(member) && Modifier.isStatic(field.getModifiers())) {
                    return Optional.ofNullable(field.get(null));
                }
            }
            return Optional.empty();
        }

        private Object made() {
            MethodHandle method =
                    method(Object.class)
                            .orElseThrow(
                                    () ->
                                            broken(
                                                    "%s has no public static method or field %s that fits"
                                                            .formatted(type.getName(), member),
                                                    null));
            try {
                return method.invoke();
            } catch (Throwable e) {
                throw failed(e);
            }
        }

        /** The code that was named threw this; where, only the stack trace says. */
        private DeploymentException failed(Throwable cause) {
            DeploymentException failure = broken("failed: " + cause, cause);
            LOG.log(System.Logger.Level.ERROR, failure.getMessage(), cause);
            return failure;
        }

        private DeploymentException broken(String why, Throwable cause) {
            return new DeploymentException(
                    "%s \"%s\" (%s): %s".formatted(parameter, named, where, why), cause);
        }
    }
}
