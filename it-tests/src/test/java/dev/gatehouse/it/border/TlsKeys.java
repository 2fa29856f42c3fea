package dev.gatehouse.it.border;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What one side of a TLS connection has.
 *
 * @param file a PKCS #12 key store with its own key, and with the certificate of the other side,
 *     which it trusts
 * @param password of the store and of the key
 */
public record TlsKeys(Path file, String password) {

    /** The keys ready for use. */
    public SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(file.toFile(), password.toCharArray());
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(store, password.toCharArray());
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }
}
