package dev.gatehouse.cgi;

/** What, after a script has written a response, says that it is not the whole of it. */
enum CrashSign {
    /** The script was ended by a signal. */
    SIGNAL,
    /** The script was ended by a signal, or its exit status is not 0. */
    NONZERO
}
