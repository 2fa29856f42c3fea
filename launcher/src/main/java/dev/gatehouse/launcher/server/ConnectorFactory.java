package dev.gatehouse.launcher.server;

import org.apache.catalina.connector.Connector;

/** Makes the connector of the embedded Tomcat. */
final class ConnectorFactory {

    private ConnectorFactory() {}

    /** A connector that binds its port when it starts. */
    static Connector create(String host, int port, HttpProtocol protocol) {
        Connector connector = new Connector(protocol);
        connector.setProperty("address", host);
        connector.setPort(port);
        // A socket bound at start, not at init, can be closed before the requests have finished.
        connector.setProperty("bindOnInit", "false");
        connector.setThrowOnFailure(true);
        // The gateway decodes the raw path itself; a slash within a segment is its application's.
        connector.setEncodedSolidusHandling("decode");
        return connector;
    }
}
