package dev.gatehouse.launcher.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.apache.catalina.util.ServerInfo;

/** What is running here, and on what. */
final class Product {

    private Product() {}

    /** For example {@code Gatehouse 0.1.0 (Java 17, Tomcat 11.0.27)}. */
    static String line() {
        return "Gatehouse %s (Java %d, Tomcat %s)"
                .formatted(version(), Runtime.version().feature(), tomcat());
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

    /** Three numbers; the fourth is always 0. */
    private static String tomcat() {
        String number = ServerInfo.getServerNumber();
        return number.substring(0, number.lastIndexOf('.'));
    }
}
