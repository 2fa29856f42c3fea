package dev.gatehouse.launcher.cli;

import dev.gatehouse.launcher.server.EmbeddedServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What is running here, and on what. */
final class Product {

    private Product() {}

    /** For example {@code Gatehouse 0.1.0 (Java 17, Tomcat 11.0.27)}. */
    static String line() {
        return "Gatehouse %s (Java %d, Tomcat %s)"
                .formatted(version(), Runtime.version().feature(), EmbeddedServer.version());
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = Product.class.getResourceAsStream("product.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
