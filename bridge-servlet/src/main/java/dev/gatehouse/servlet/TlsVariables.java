package dev.gatehouse.servlet;

import dev.gatehouse.gateway.Environ;
import jakarta.servlet.http.HttpServletRequest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Map;
import javax.security.auth.x500.X500Principal;

/** The variables of a request over TLS, under mod_ssl's names, as far as the container tells. */
final class TlsVariables {

    /** Tomcat 10.1 has no other name for it: the standard one came with Servlet 6.1. */
    private static final String TOMCATS_PROTOCOL =
            "org.apache.tomcat.util.net.secure_protocol_version";

    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private TlsVariables() {}

    static void put(Map<String, Object> environ, HttpServletRequest request) {
        environ.put(Environ.HTTPS, "on");
        copy(environ, "SSL_PROTOCOL", request, TOMCATS_PROTOCOL);
        copy(environ, "SSL_PROTOCOL", request, "jakarta.servlet.request.secure_protocol");
        copy(environ, "SSL_CIPHER", request, "jakarta.servlet.request.cipher_suite");
        copy(environ, "SSL_CIPHER_USEKEYSIZE", request, "jakarta.servlet.request.key_size");
        copy(environ, "SSL_SESSION_ID", request, "jakarta.servlet.request.ssl_session_id");
        Object chain = request.getAttribute("jakarta.servlet.request.X509Certificate");
        if (chain instanceof X509Certificate[] certificates && certificates.length > 0) {
            putClientCertificate(environ, certificates[0]);
        }
    }

    private static void copy(
            Map<String, Object> environ, String key, HttpServletRequest request, String name) {
        Object value = request.getAttribute(name);
        if (value != null) {
            environ.put(key, value.toString());
        }
    }

    private static void putClientCertificate(
            Map<String, Object> environ, X509Certificate certificate) {
        environ.put("SSL_CLIENT_VERIFY", "SUCCESS");
        environ.put("SSL_CLIENT_S_DN", name(certificate.getSubjectX500Principal()));
        environ.put("SSL_CLIENT_I_DN", name(certificate.getIssuerX500Principal()));
        environ.put("SSL_CLIENT_M_SERIAL", certificate.getSerialNumber().toString(16));
        try {
            environ.put(
                    "SSL_CLIENT_CERT",
                    "-----BEGIN CERTIFICATE-----\n"
                            + PEM.encodeToString(certificate.getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the container gave a broken client certificate", e);
        }
    }

    /** The name as RFC 2253 writes it, in bytes. */
    private static String name(X500Principal principal) {
        return EnvironBuilder.bytes(principal.getName());
    }
}
