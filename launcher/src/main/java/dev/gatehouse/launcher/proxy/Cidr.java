package dev.gatehouse.launcher.proxy;

import java.net.InetAddress;

/**
 * A block of addresses, such as {@code 10.0.0.0/8}, {@code fd00::/8} or a single {@code 127.0.0.1}.
 *
 * @param network an address of the block
 * @param prefix how many leading bits all addresses of the block share
 */
public record Cidr(InetAddress network, int prefix) {

    /**
     * Parses a block.
     *
     * @throws IllegalArgumentException if the text is not an address, or the prefix is out of range
     */
    public static Cidr parse(String text) {
        int slash = text.indexOf('/');
        InetAddress network =
                IpAddress.parse(slash < 0 ? text : text.substring(0, slash))
                        .orElseThrow(() -> malformed(text));
        int bits = network.getAddress().length * Byte.SIZE;
        int prefix = slash < 0 ? bits : prefix(text, slash);
        if (prefix > bits) {
            throw malformed(text);
        }
        return new Cidr(network, prefix);
    }

    private static int prefix(String text, int slash) {
        String digits = text.substring(slash + 1);
        if (!digits.matches("\\d{1,3}")) {
            throw malformed(text);
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        return new IllegalArgumentException(
                "must be an address or a block such as 10.0.0.0/8 or ::1, was \"" + text + "\"");
    }

    /** Whether an address lies in the block; those of the other IP version never do. */
    public boolean contains(InetAddress address) {
        byte[] own = network.getAddress();
        byte[] other = address.getAddress();
        if (own.length != other.length) {
            return false;
        }
        int whole = prefix / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (own[i] != other[i]) {
                return false;
            }
        }
        int rest = prefix % Byte.SIZE;
        int mask = 0xFF << Byte.SIZE - rest;
        return rest == 0 || ((own[whole] ^ other[whole]) & mask) == 0;
    }
}
