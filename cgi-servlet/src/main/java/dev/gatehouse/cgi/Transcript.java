package dev.gatehouse.cgi;

import java.io.ByteArrayOutputStream;

/** The beginnings of a script's streams, for {@link ScriptLog}. Thread-safe. */
final class Transcript {

    /** Of a script that is not recorded. */
    static final Transcript NONE = new Transcript(0);

    private final Part stdin;
    private final Part stdout;
    private final Part stderr;

    /**
     * An empty transcript.
     *
     * @param most how many bytes of each stream it holds
     */
    Transcript(int most) {
        stdin = new Part(most);
        stdout = new Part(most);
        stderr = new Part(most);
    }

    void stdin(byte[] bytes, int offset, int count) {
        stdin.add(bytes, offset, count);
    }

    void stdout(byte[] bytes, int offset, int count) {
        stdout.add(bytes, offset, count);
    }

    void stderr(byte[] bytes, int offset, int count) {
        stderr.add(bytes, offset, count);
    }

    byte[] stdin() {
        return stdin.bytes.toByteArray();
    }

    byte[] stdout() {
        return stdout.bytes.toByteArray();
    }

    byte[] stderr() {
        return stderr.bytes.toByteArray();
    }

    private static final class Part {

        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

        Part(int most) {
            this.most = most;
        }

        /** One thread writes each stream; the buffer guards itself against the reader. */
        void add(byte[] source, int offset, int count) {
            int room = most - bytes.size();
            if (room > 0) {
                bytes.write(source, offset, Math.min(room, count));
            }
        }
    }
}
