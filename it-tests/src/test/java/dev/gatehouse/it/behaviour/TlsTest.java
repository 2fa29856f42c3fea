package dev.gatehouse.it.behaviour;

import static dev.gatehouse.it.border.ServletSpec.gateway;
import static dev.gatehouse.it.http.RawRequest.get;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gateway.Application;
import dev.gatehouse.it.apps.Apps;
import dev.gatehouse.it.border.TlsKeys;
import dev.gatehouse.it.border.WebApp;
import dev.gatehouse.it.container.Container;
import dev.gatehouse.it.container.EmbeddedServer;
import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.support.TlsParties;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application gets to know of a TLS connection, which is the container's business. */
@ParameterizedClass(name = "{0}")
@EnumSource(Container.class)
@Tag("embedded")
class TlsTest {

    @TempDir private static Path folder;
    private static TlsParties parties;

    @Parameter Container container;

    @BeforeAll
    static void makeKeys() throws Exception {
        parties = TlsParties.make(folder, "CN=\\C5\\81ukasz, O=Example");
    }

    @Test
    @DisplayName("W8 the connection and the client's certificate have the names of mod_ssl")
    void clientCertificate() throws Exception {
        Map<String, Object> environ = environOf(parties.client());

        assertEncrypted(environ);
        assertThat(environ)
                .containsEntry("SSL_CLIENT_VERIFY", "SUCCESS")
                .containsEntry("SSL_CLIENT_S_DN", "CN=\u00c5\u0081ukasz,O=Example")
                .containsEntry("SSL_CLIENT_I_DN", "CN=\u00c5\u0081ukasz,O=Example");
        X509Certificate own = (X509Certificate) TlsParties.certificate(parties.client());
        assertThat(environ)
                .containsEntry("SSL_CLIENT_M_SERIAL", own.getSerialNumber().toString(16));
        byte[] pem = environ.get("SSL_CLIENT_CERT").toString().getBytes(US_ASCII);
        assertThat(
                        CertificateFactory.getInstance("X.509")
                                .generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(own);
    }

    @Test
    @DisplayName("W8 nothing is said of a client without a certificate")
    void noClientCertificate() throws Exception {
        Map<String, Object> environ = environOf(parties.stranger());

        assertEncrypted(environ);
        assertThat(environ.keySet()).noneMatch(key -> key.startsWith("SSL_CLIENT"));
    }

    private void assertEncrypted(Map<String, Object> environ) {
        assertThat(environ)
                .containsEntry("wsgi.url_scheme", "https")
                .containsEntry("REQUEST_SCHEME", "https")
                .containsEntry("HTTPS", "on")
                .containsEntry("SERVER_PORT", "443");
        assertThat(environ.get("SSL_CIPHER").toString()).startsWith("TLS_");
        assertThat(environ.get("SSL_CIPHER_USEKEYSIZE").toString()).matches("128|256");
        // Of the version, Jetty and Undertow say nothing.
        assertThat(environ.get("SSL_PROTOCOL")).isEqualTo(container.tomcat() ? "TLSv1.3" : null);
    }

    private Map<String, Object> environOf(TlsKeys client) throws Exception {
        AtomicReference<Map<String, Object>> seen = new AtomicReference<>();
        Application application =
                (environ, start) -> {
                    seen.set(new HashMap<>(environ));
                    start.start("200 OK", Apps.headers());
                    return Apps.block("");
                };
        try (EmbeddedServer server =
                        container.start(
                                WebApp.of("/app", gateway("gateway", application, "/*"))
                                        .withTls(parties.server()));
                RawClient connection =
                        RawClient.connect(client.context().getSocketFactory(), server.port())) {
            assertThat(connection.exchange(get("/app/")).status()).isEqualTo(200);
        }
        return seen.get();
    }
}
