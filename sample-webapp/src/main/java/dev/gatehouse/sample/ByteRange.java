package dev.gatehouse.sample;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content (RFC 9110, 14.1.2).
 *
 * @param first the first byte, from 0
 * @param last the last byte, inclusive
 */
record ByteRange(long first, long last) {

    /** A single range; a server may ignore several at once, and this one does. */
    private static final Pattern RANGE = Pattern.compile("(?i)bytes=(\\d{0,18})-(\\d{0,18})");

    /** No byte at all: the range lies behind the end of the content. */
    static final ByteRange UNSATISFIABLE = new ByteRange(0, -1);

    /** All of a content. */
    static ByteRange whole(long size) {
        return new ByteRange(0, size - 1);
    }

    /**
     * Reads a Range header.
     *
     * @param header the value, for example {@code bytes=0-99}, {@code bytes=100-} or {@code
     *     bytes=-5}
     * @param size the size of the content in bytes
     * @return the range, cut at the end of the content; {@link #UNSATISFIABLE}; or empty if the
     *     header is to be ignored
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher range = RANGE.matcher(header.strip());
        if (!range.matches()) {
            return Optional.empty();
        }
        String from = range.group(1);
        String to = range.group(2);
        if (from.isEmpty()) {
            return to.isEmpty() ? Optional.empty() : Optional.of(suffix(Long.parseLong(to), size));
        }
        long first = Long.parseLong(from);
        long last = to.isEmpty() ? size - 1 : Math.min(Long.parseLong(to), size - 1);
        if (!to.isEmpty() && Long.parseLong(to) < first) {
            return Optional.empty();
        }
        return Optional.of(first < size ? new ByteRange(first, last) : UNSATISFIABLE);
    }

    /** The number of bytes. */
    long length() {
        return last - first + 1;
    }

    /** The value of Content-Range (RFC 9110, 14.4). */
    String contentRange(long size) {
        return length() == 0 ? "bytes */" + size : "bytes " + first + "-" + last + "/" + size;
    }

    private static ByteRange suffix(long length, long size) {
        return length == 0 || size == 0
                ? UNSATISFIABLE
                : new ByteRange(Math.max(0, size - length), size - 1);
    }
}
