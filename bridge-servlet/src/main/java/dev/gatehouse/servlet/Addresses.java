package dev.gatehouse.servlet;

/** Addresses in the form that RFC 3875 wants; containers differ in brackets and zones. */
final class Addresses {

    private static final int LAST_FIRST_COLON = 5;

    private Addresses() {}

    /** An address without brackets and zone (RFC 3875, 4.1.8). */
    static String bare(String address) {
        if (address == null) {
            return "";
        }
        if (!isIpv6(address)) {
            return address;
        }
        int start = address.startsWith("[") ? 1 : 0;
        int end = address.length() - (address.endsWith("]") ? 1 : 0);
        int zone = address.indexOf('%');
        return address.substring(start, zone < 0 ? end : zone);
    }

    /** A host as in a URL: IPv6 addresses in brackets (RFC 3875, 4.1.14). */
    static String bracketed(String host) {
        return !isIpv6(host) || host.startsWith("[") ? host : "[" + host + "]";
    }

    /** Its first colon comes after four digits at most, and a bracket (RFC 4291, 2.2). */
    private static boolean isIpv6(String host) {
        int end = Math.min(host.length(), LAST_FIRST_COLON + 1);
        for (int i = 0; i < end; i++) {
            if (host.charAt(i) == ':') {
                return true;
            }
        }
        return false;
    }
}
