package dev.gatehouse.it.distribution;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.it.http.RawClient;
import dev.gatehouse.it.http.RawRequest;
import dev.gatehouse.it.http.RawResponse;
import dev.gatehouse.it.support.GoldenTable;
import dev.gatehouse.it.support.ServerProcess;
import java.io.IOException;
import org.assertj.core.api.SoftAssertions;

/** W4: what becomes of request paths in the distributions, by {@code request-paths.txt}. */
final class PathTable {

    private PathTable() {}

    /** Sends every path of the table, and compares what the environ explorer says. */
    static void check(ServerProcess server, int column) throws IOException {
        SoftAssertions all = new SoftAssertions();
        for (GoldenTable.Row row : GoldenTable.read("request-paths.txt", "distributions")) {
            all.assertThat(outcome(server, row.key())).as(row.key()).isEqualTo(row.cell(column));
        }
        all.assertAll();
    }

    private static String outcome(ServerProcess server, String target) throws IOException {
        try (RawClient client = server.connect()) {
            RawResponse response = client.exchange(RawRequest.get(target));
            return response.status() == 200
                    ? pathInfo(response)
                    : Integer.toString(response.status());
        }
    }

    /** One row of the explorer's plain text. */
    private static String pathInfo(RawResponse response) {
        return new String(response.text().getBytes(ISO_8859_1), UTF_8)
                .lines()
                .filter(line -> line.startsWith("PATH_INFO="))
                .map(line -> line.substring("PATH_INFO=".length()))
                .findFirst()
                .orElse("no PATH_INFO");
    }
}
