package dev.gatehouse.it.support;

import dev.gatehouse.it.border.TlsKeys;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;

/**
 * A server, a client that it knows and one that it does not, with self-signed certificates. Both
 * clients trust the server.
 *
 * @param server the keys of 127.0.0.1
 * @param client the keys of who has a certificate
 * @param stranger without a certificate
 */
public record TlsParties(TlsKeys server, TlsKeys client, TlsKeys stranger) {

    private static final String PASSWORD = "changeit";

    /**
     * Makes all of them anew.
     *
     * @param folder for their key stores
     * @param clientName the distinguished name of the client
     */
    public static TlsParties make(Path folder, String clientName) throws Exception {
        TlsKeys server = generate(folder.resolve("server.p12"), "CN=localhost");
        TlsKeys client = generate(folder.resolve("client.p12"), clientName);
        TlsKeys stranger = new TlsKeys(folder.resolve("stranger.p12"), PASSWORD);
        trust(server, certificate(client));
        trust(client, certificate(server));
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        trust(stranger, empty, certificate(server));
        return new TlsParties(server, client, stranger);
    }

    /** The certificate of one that has one. */
    public static Certificate certificate(TlsKeys keys)
            throws GeneralSecurityException, IOException {
        return load(keys).getCertificate("own");
    }

    private static TlsKeys generate(Path file, String name) throws Exception {
        Program.of(new Jdk(Path.of(System.getProperty("java.home"))).program("keytool"))
                .run(
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        name,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-keystore",
                        file,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD);
        return new TlsKeys(file, PASSWORD);
    }

    private static void trust(TlsKeys keys, Certificate other)
            throws GeneralSecurityException, IOException {
        trust(keys, load(keys), other);
    }

    private static void trust(TlsKeys keys, KeyStore store, Certificate other)
            throws GeneralSecurityException, IOException {
        store.setCertificateEntry("other", other);
        try (OutputStream out = new FileOutputStream(keys.file().toFile())) {
            store.store(out, keys.password().toCharArray());
        }
    }

    private static KeyStore load(TlsKeys keys) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(keys.file().toFile(), keys.password().toCharArray());
    }
}
