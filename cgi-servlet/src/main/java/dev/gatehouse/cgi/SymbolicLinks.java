package dev.gatehouse.cgi;

/** Which symbolic links the way to a script may go through. */
enum SymbolicLinks {
    /** None. */
    NEVER,
    /** Those that lead to a place below the script root. */
    INSIDE,
    /** All. */
    ANYWHERE
}
