package dev.gatehouse.servlet;

/** Addresses in the form that RFC 3875 wants; containers differ in brackets and zones. */
final class Addresses {

    private Addresses() {}

    /** An address without brackets and zone (RFC 3875, 4.1.8). */
    static String bare(String address) {
        if (address == null) {
            return "";
        }
        if (address.indexOf(':') < 0) {
            return address;
        }
        int start = address.startsWith("[") ? 1 : 0;
        int end = address.length() - (address.endsWith("]") ? 1 : 0);
        int zone = address.indexOf('%');
        return address.substring(start, zone < 0 ? end : zone);
    }

    /** A host as in a URL: IPv6 addresses in brackets (RFC 3875, 4.1.14). */
    static String bracketed(String host) {
        return host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
    }
}
