package dev.gatehouse.cgi;

/** What becomes of a local redirect (RFC 3875, 6.2.2). */
enum LocalRedirects {
    /** The container answers with the other path, in place of the script. */
    FORWARD,
    /** The client is sent there, with status 302. */
    CLIENT,
    /** It is an error of the script. */
    OFF
}
