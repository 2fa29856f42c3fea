package dev.gatehouse.servlet;

/**
 * What becomes of a request header.
 *
 * @param use whether it gets into the environ
 * @param key where it does
 */
record HeaderKey(Use use, EnvironKey key) {

    static final HeaderKey DROPPED = new HeaderKey(Use.NONE, EnvironKey.NONE);
    static final HeaderKey TRANSFER_ENCODING = new HeaderKey(Use.FRAMING, EnvironKey.NONE);

    enum Use {
        /** The application gets it. */
        KEPT,
        /** It says how the body is framed; the container has decoded that. */
        FRAMING,
        NONE
    }
}
