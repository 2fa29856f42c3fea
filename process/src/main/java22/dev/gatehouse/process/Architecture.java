package dev.gatehouse.process;

/** What differs between the processors on which Linux is known to us. */
enum Architecture {
    X86_64(4),
    AARCH64(8);

    private final long epollDataOffset;

    Architecture(long epollDataOffset) {
        this.epollDataOffset = epollDataOffset;
    }

    static boolean isKnown() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "aarch64" -> true;
            default -> false;
        };
    }

    static Architecture current() {
        return System.getProperty("os.arch").equals("amd64") ? X86_64 : AARCH64;
    }

    /** Where {@code struct epoll_event} has its data: it is packed on x86-64 (epoll_ctl(2)). */
    long epollDataOffset() {
        return epollDataOffset;
    }
}
