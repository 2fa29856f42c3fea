package dev.gatehouse.launcher.proxy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The peer is 10.0.0.1; trusted are 10.0.0.0/8 and fd00::/8. */
class ForwardedHeadersTest {

    private static final ForwardedHeaders HEADERS =
            new ForwardedHeaders(
                    new TrustedProxies(
                            Stream.of("10.0.0.0/8", "fd00::/8").map(Cidr::parse).toList()));

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # what                       | header lines, separated by a tilde                   | client scheme host port
                    nothing said                 | X-Real-IP: 192.0.2.1                                 | nothing
                    one proxy                    | X-Forwarded-For: 192.0.2.1                           | 192.0.2.1 - - -
                    a client's lie               | X-Forwarded-For: 198.51.100.9, 192.0.2.1             | 192.0.2.1 - - -
                    a lie on a line of its own   | X-Forwarded-For: 198.51.100.9~X-Forwarded-For: 192.0.2.1 | 192.0.2.1 - - -
                    two trusted proxies          | X-Forwarded-For: 192.0.2.1, 10.0.0.2                 | 192.0.2.1 - - -
                    all trusted                  | X-Forwarded-For: 10.0.0.3, 10.0.0.2                  | 10.0.0.3 - - -
                    an address and a port        | X-Forwarded-For: 192.0.2.1:4711                      | 192.0.2.1 - - -
                    IPv6                         | X-Forwarded-For: 2001:db8::1                         | 2001:db8:0:0:0:0:0:1 - - -
                    IPv6 in brackets, port       | X-Forwarded-For: [2001:db8::1]:4711                  | 2001:db8:0:0:0:0:0:1 - - -
                    IPv6 through IPv6            | X-Forwarded-For: 2001:db8::1, fd00::2                | 2001:db8:0:0:0:0:0:1 - - -
                    not an address               | X-Forwarded-For: 192.0.2.1, unknown                  | 10.0.0.1 - - -
                    not an address, further off  | X-Forwarded-For: unknown, 10.0.0.2                   | 10.0.0.2 - - -
                    a name is not looked up      | X-Forwarded-For: localhost                           | 10.0.0.1 - - -
                    empty entries                | X-Forwarded-For: , 192.0.2.1,,                       | 192.0.2.1 - - -
                    scheme                       | X-Forwarded-Proto: HTTPS                             | 10.0.0.1 https - -
                    a scheme of one's own        | X-Forwarded-Proto: gopher                            | 10.0.0.1 - - -
                    scheme, hop by hop           | X-Forwarded-For: 192.0.2.1, 10.0.0.2~X-Forwarded-Proto: https, http | 192.0.2.1 https - -
                    scheme, a lie in front       | X-Forwarded-For: 192.0.2.1~X-Forwarded-Proto: https, http | 192.0.2.1 http - -
                    host                         | X-Forwarded-Host: example.org                        | 10.0.0.1 - example.org -
                    host with a port             | X-Forwarded-Host: example.org:8443                   | 10.0.0.1 - example.org:8443 -
                    host of IPv6                 | X-Forwarded-Host: [2001:db8::1]:8443                 | 10.0.0.1 - [2001:db8::1]:8443 -
                    host, malformed              | X-Forwarded-Host: a/b                                | 10.0.0.1 - - -
                    port                         | X-Forwarded-Port: 8443                               | 10.0.0.1 - - 8443
                    port, malformed              | X-Forwarded-Port: x                                  | 10.0.0.1 - - -
                    standard                     | Forwarded: for=192.0.2.1;proto=https;host=example.org | 192.0.2.1 https example.org -
                    standard, quoted             | Forwarded: For="[2001:db8::1]:4711"                  | 2001:db8:0:0:0:0:0:1 - - -
                    standard, a lie              | Forwarded: for=198.51.100.9;proto=https, for=192.0.2.1 | 192.0.2.1 - - -
                    standard, two proxies        | Forwarded: for=192.0.2.1;proto=https, for=10.0.0.2;proto=http | 192.0.2.1 https - -
                    standard, two lines          | Forwarded: for=198.51.100.9~Forwarded: for=192.0.2.1 | 192.0.2.1 - - -
                    standard, in disguise        | Forwarded: for=_hidden;proto=https                   | 10.0.0.1 https - -
                    standard, without for        | Forwarded: proto=https                               | 10.0.0.1 https - -
                    standard, an open quote      | Forwarded: for="198.51.100.9, for=192.0.2.1          | refused
                    standard, not a pair         | Forwarded: for                                       | refused
                    both, of one mind            | Forwarded: for=192.0.2.1~X-Forwarded-For: 192.0.2.1  | 192.0.2.1 - - -
                    both, at odds                | Forwarded: for=192.0.2.1~X-Forwarded-For: 198.51.100.9 | refused
                    both, one says more          | Forwarded: for=192.0.2.1;host=evil.example~X-Forwarded-For: 192.0.2.1 | refused
                    """)
    void believesWhatTrustedProxiesWrote(String what, String lines, String expected) {
        assertThat(read(lines)).isEqualTo(expected);
    }

    private static String read(String lines) {
        Map<String, List<String>> headers =
                Stream.of(lines.split("~"))
                        .map(line -> line.split(": ", 2))
                        .collect(groupingBy(l -> l[0], mapping(l -> l[1].strip(), toList())));
        try {
            return HEADERS.read(
                            IpAddress.parse("10.0.0.1").orElseThrow(),
                            name -> headers.getOrDefault(name, List.of()))
                    .map(ForwardedHeadersTest::text)
                    .orElse("nothing");
        } catch (ForwardedException e) {
            return "refused";
        }
    }

    private static String text(Origin origin) {
        return String.join(
                " ",
                origin.client().getHostAddress(),
                origin.scheme().orElse("-"),
                origin.authority().map(a -> a.textFor("gopher")).orElse("-"),
                origin.port().isPresent() ? "" + origin.port().getAsInt() : "-");
    }
}
