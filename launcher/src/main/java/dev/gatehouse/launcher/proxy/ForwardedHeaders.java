package dev.gatehouse.launcher.proxy;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads both families of forwarded headers. */
final class ForwardedHeaders {

    private final TrustedProxies proxies;

    ForwardedHeaders(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    /**
     * What a trusted peer says of the request.
     *
     * @param peer who is connected to us; trusted
     * @param headers all values of a header by its name, in order
     * @return empty if it says nothing
     * @throws ForwardedException if it sends both families and they differ: one of them may have
     *     been passed on as a client wrote it, and there is no telling which
     */
    Optional<Origin> read(InetAddress peer, Function<String, List<String>> headers)
            throws ForwardedException {
        Optional<Origin> common = xForwarded(peer, headers);
        Optional<Origin> standard = forwarded(peer, headers.apply("Forwarded"));
        if (common.isPresent() && standard.isPresent() && !common.equals(standard)) {
            throw new ForwardedException("Forwarded and X-Forwarded-* contradict each other");
        }
        return common.or(() -> standard);
    }

    private Optional<Origin> forwarded(InetAddress peer, List<String> lines)
            throws ForwardedException {
        List<Map<String, String>> elements = new ArrayList<>();
        for (String line : lines) {
            elements.addAll(ForwardedElements.parse(line));
        }
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        TrustedProxies.Walk walk =
                proxies.walk(
                        peer,
                        elements.stream().map(e -> e.getOrDefault("for", "unknown")).toList());
        Map<String, String> element = elements.get(walk.hop());
        return Optional.of(
                new Origin(
                        walk.client(),
                        Optional.ofNullable(element.get("proto")).flatMap(ForwardedHeaders::scheme),
                        Optional.ofNullable(element.get("host")).flatMap(Authority::parse),
                        OptionalInt.empty()));
    }

    private Optional<Origin> xForwarded(InetAddress peer, Function<String, List<String>> headers) {
        List<String> senders = values(headers.apply("X-Forwarded-For"));
        List<String> schemes = values(headers.apply("X-Forwarded-Proto"));
        List<String> hosts = values(headers.apply("X-Forwarded-Host"));
        List<String> ports = values(headers.apply("X-Forwarded-Port"));
        if (Stream.of(senders, schemes, hosts, ports).allMatch(List::isEmpty)) {
            return Optional.empty();
        }
        TrustedProxies.Walk walk = proxies.walk(peer, senders);
        return Optional.of(
                new Origin(
                        walk.client(),
                        at(walk, schemes, senders).flatMap(ForwardedHeaders::scheme),
                        at(walk, hosts, senders).flatMap(Authority::parse),
                        at(walk, ports, senders)
                                .map(ForwardedHeaders::port)
                                .orElse(OptionalInt.empty())));
    }

    private static List<String> values(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** The value of the same hop if every hop gave one, else that of the proxy next to us. */
    private static Optional<String> at(
            TrustedProxies.Walk walk, List<String> values, List<String> senders) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        boolean aligned = values.size() == senders.size();
        return Optional.of(values.get(aligned ? walk.hop() : values.size() - 1));
    }

    private static Optional<String> scheme(String text) {
        String scheme = text.toLowerCase(Locale.ROOT);
        return scheme.equals("http") || scheme.equals("https")
                ? Optional.of(scheme)
                : Optional.empty();
    }

    private static OptionalInt port(String text) {
        return text.matches("\\d{1,5}")
                ? OptionalInt.of(Integer.parseInt(text))
                : OptionalInt.empty();
    }
}
