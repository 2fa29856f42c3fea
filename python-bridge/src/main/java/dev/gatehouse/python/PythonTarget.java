package dev.gatehouse.python;

import dev.gatehouse.gateway.DeploymentException;

/**
 * What the {@code application} parameter names after {@code python:}.
 *
 * @param place a module, or the path of a script file
 * @param callable a name in it, with dots or {@code ()} at the end
 * @param isScript whether the place is a file
 */
record PythonTarget(String place, String callable, boolean isScript) {

    /** What mod_wsgi looks for, and so do most scripts. */
    private static final String DEFAULT_CALLABLE = "application";

    /**
     * Reads {@code module:callable}, {@code module:factory()}, {@code module}, or a path that
     * contains a slash, such as {@code ./site.wsgi}, with or without a callable.
     *
     * @throws DeploymentException if it is none of them
     */
    static PythonTarget parse(String rest) {
        int colon = rest.indexOf(':', rest.lastIndexOf('/') + 1);
        String place = colon < 0 ? rest : rest.substring(0, colon);
        String callable = colon < 0 ? DEFAULT_CALLABLE : rest.substring(colon + 1);
        // Not by its ending: mysite.wsgi is the module that every Django project has.
        boolean script = place.indexOf('/') >= 0;
        boolean wellFormed =
                callable.matches("[\\w.]+(\\(\\))?") && (script || place.matches("[\\w.]+"));
        if (!wellFormed) {
            throw new DeploymentException(
                    "application must be python:module:callable, python:module:factory() or"
                            + " python:path/to/script.wsgi, was \"python:%s\"".formatted(rest));
        }
        return new PythonTarget(place, callable, script);
    }
}
