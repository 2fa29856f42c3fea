package dev.gatehouse.python.daemon;

/** The types of frames, as in PROTOCOL.md. */
final class Frame {

    /** u32 length of the payload, u8 type. */
    static final int HEADER = 5;

    static final int START = 1;
    static final int REQUEST = 2;
    static final int BODY = 3;
    static final int BODY_END = 4;
    static final int BODY_FAILED = 5;
    static final int FILE_TAKEN = 6;
    static final int FILE_REFUSED = 7;
    static final int PING = 8;
    static final int DUMP = 9;
    static final int INTERRUPT = 10;
    static final int DRAIN = 11;

    static final int HELLO = 32;
    static final int READY = 33;
    static final int FAILED = 34;
    static final int HEAD = 35;
    static final int DATA = 36;
    static final int END = 37;
    static final int ABORT = 38;
    static final int FILE = 39;
    static final int LOG = 40;
    static final int READ = 41;
    static final int PONG = 42;
    static final int STACKS = 43;
    static final int CHANGED = 44;

    /** Flag of a REQUEST: the body goes on. */
    static final int MORE_BODY = 1;

    /** The slot of the control connection; in a DUMP, all threads. */
    static final int NO_SLOT = -1;

    private Frame() {}
}
