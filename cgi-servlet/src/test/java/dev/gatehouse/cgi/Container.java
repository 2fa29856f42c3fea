package dev.gatehouse.cgi;

/**
 * The containers that scripts are tested in: the one that had a CGI servlet, and one that lost it.
 */
enum Container {
    TOMCAT {
        @Override
        WebServer start(WebApp app) throws Exception {
            return new TomcatServer(app);
        }
    },
    JETTY {
        @Override
        WebServer start(WebApp app) throws Exception {
            return new JettyServer(app);
        }
    };

    /** As large as a test needs, which wants the limits of the operating system. */
    static final int MOST_HEADER_BYTES = 400_000;

    /** Runs a web application on a free port of 127.0.0.1. */
    abstract WebServer start(WebApp app) throws Exception;
}
