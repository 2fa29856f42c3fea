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

    /** The context attribute in which an embedder says where it takes classes from: a String. */
    private static final String REMEDY = "dev.gatehouse.missing-class";

    private final ClassLoader loader;
    private final String remedy;
    private final String where;

    JavaMembers(ServletContext context, String where) {
        this.loader = context.getClassLoader();
        this.remedy =
                context.getAttribute(REMEDY) instanceof String own
                        ? own
                        : "put it into WEB-INF/classes or its jar into WEB-INF/lib";
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
     * What the middleware that a parameter names makes of an application.
     *
     * @throws DeploymentException if there is none, or it fails
     */
    Application wrapped(Application inner, String parameter, String named) {
        Reference reference = new Reference(parameter, named);
        Middleware middleware =
                reference
                        .method(Application.class, Application.class)
                        .map(JavaMembers::middleware)
                        .orElseGet(() -> reference.get(Middleware.class));
        return reference.wrapped(inner, middleware);
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

        private final CodeParameter parameter;
        private final String member;
        private final Class<?> type;

        Reference(String parameter, String named) {
            this.parameter = new CodeParameter(parameter, named, where);
            int hash = named.indexOf('#');
            this.member = hash < 0 ? "" : named.substring(hash + 1);
            this.type = load(hash < 0 ? named : named.substring(0, hash));
        }

        private Class<?> load(String className) {
            if (className.isBlank()) {
                throw parameter.broken("names no class; name one, class#method or class#FIELD");
            }
            try {
                return Class.forName(className, true, loader);
            } catch (ClassNotFoundException e) {
                throw parameter.broken("there is no class %s; %s".formatted(className, remedy), e);
            } catch (ExceptionInInitializerError e) {
                throw parameter.failed(e);
            } catch (LinkageError e) {
                throw parameter.broken("the class " + className + " cannot be loaded: " + e, e);
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
                throw parameter.broken("make the class " + type.getName() + " public", e);
            }
        }

        /** The object that the value names. */
        <T> T get(Class<T> wanted) {
            Object object;
            try {
                object = member.isEmpty() ? construct() : ofMember();
            } catch (InvocationTargetException e) {
                throw parameter.failed(e.getCause());
            } catch (ReflectiveOperationException e) {
                throw parameter.broken("cannot be used: " + e, e);
            }
            if (!wanted.isInstance(object)) {
                throw parameter.broken(
                        "is no %s but %s"
                                .formatted(
                                        wanted.getName(),
                                        object == null ? "null" : object.getClass().getName()));
            }
            return wanted.cast(object);
        }

        private Object construct() throws ReflectiveOperationException {
            for (Constructor<?> constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 0) {
                    return constructor.newInstance();
                }
            }
            throw parameter.broken("the class has no public constructor without arguments");
        }

        private Object ofMember() throws IllegalAccessException {
            for (Field field : type.getFields()) {
                if (field.getName().equals(member) && Modifier.isStatic(field.getModifiers())) {
                    return field.get(null);
                }
            }
            return made();
        }

        private Object made() {
            MethodHandle method =
                    method(Object.class)
                            .orElseThrow(
                                    () ->
                                            parameter.broken(
                                                    "%s has no public static method or field %s that fits"
                                                            .formatted(type.getName(), member)));
            try {
                return method.invoke();
            } catch (Throwable e) {
                throw parameter.failed(e);
            }
        }

        /** The application in its place around the other. */
        Application wrapped(Application inner, Middleware middleware) {
            Application outer;
            try {
                outer = middleware.wrap(inner);
            } catch (Throwable e) {
                throw parameter.failed(e);
            }
            if (outer == null) {
                throw parameter.broken("returned null in place of an application");
            }
            return outer;
        }
    }
}
