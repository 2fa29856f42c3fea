package dev.gatehouse.it.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.GoldenTable;
import dev.gatehouse.it.support.HeaderTable;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;

/**
 * W4, W7: what becomes of paths and header fields on the way to the sample site's environ explorer,
 * by {@code request-paths.txt} and {@code request-headers.txt}.
 */
public final class RequestTables {

    /** A server that runs the site at {@code /gatehouse}. */
    @FunctionalInterface
    public interface Server {

        /** Opens a connection. */
        RawClient connect() throws IOException;
    }

    private final Server server;
    private final int column;
    private final SoftAssertions all = new SoftAssertions();

    private RequestTables(Server server, int column) {
        this.server = server;
        this.column = column;
    }

    /** Sends every row, and compares what the environ explorer says. */
    public static void check(Server server, int column) throws IOException {
        RequestTables tables = new RequestTables(server, column);
        tables.paths();
        tables.headers();
        tables.all.assertAll();
    }

    private void paths() throws IOException {
        for (GoldenTable.Row row : GoldenTable.read("request-paths.txt", "distributions")) {
            RawRequest request = RawRequest.get(GoldenTable.bytes(row.key()));
            compare(row, path(answer(request.bytes())));
        }
    }

    private void headers() throws IOException {
        for (GoldenTable.Row row : HeaderTable.rows()) {
            String request = HeaderTable.request("/gatehouse/environ/", row);
            compare(row, HeaderTable.outcome(answer(request.getBytes(ISO_8859_1))));
        }
    }

    private void compare(GoldenTable.Row row, String outcome) {
        all.assertThat(outcome).as(row.key()).isEqualTo(row.cell(column));
    }

    private RawResponse answer(byte[] request) throws IOException {
        try (RawClient client = server.connect()) {
            return client.send(request).receive();
        }
    }

    /** The status, or what is found as PATH_INFO. */
    private static String path(RawResponse response) {
        if (response.status() != 200) {
            return Integer.toString(response.status());
        }
        return new String(response.text().getBytes(ISO_8859_1), UTF_8)
                .lines()
                .filter(line -> line.startsWith("PATH_INFO="))
                .map(line -> line.substring("PATH_INFO=".length()))
                .findFirst()
                .orElse("no PATH_INFO");
    }
}
