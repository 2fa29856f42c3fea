package dev.gatehouse.benchmarks.bridge;

import java.util.Enumeration;
import java.util.NoSuchElementException;

/** Request headers in an array of names and values, as a container's parser would leave them. */
final class StubHeaders {

    private final String[] fields;

    /**
     * The headers of a request.
     *
     * @param fields name, value, name, value, ...; no name occurs twice
     */
    StubHeaders(String... fields) {
        this.fields = fields.clone();
    }

    Enumeration<String> names() {
        return new Fields(0, fields.length);
    }

    Enumeration<String> values(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            // Asked for by the very name that was handed out, unlike in a container.
            if (fields[i] == name) {
                return new Fields(i + 1, i + 2);
            }
        }
        return new Fields(0, 0);
    }

    private final class Fields implements Enumeration<String> {

        private final int end;
        private int at;

        Fields(int start, int end) {
            this.at = start;
            this.end = end;
        }

        @Override
        public boolean hasMoreElements() {
            return at < end;
        }

        @Override
        public String nextElement() {
            if (at >= end) {
                throw new NoSuchElementException();
            }
            String field = fields[at];
            at += 2;
            return field;
        }
    }
}
