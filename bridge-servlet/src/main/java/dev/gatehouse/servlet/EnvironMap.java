package dev.gatehouse.servlet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The environ of one request. It is made by copying the table of its {@link Template}, so that most
 * keys are in their places already. Keys are not null. Its iterators fail once a key has come or
 * gone, as those of a HashMap. Not thread-safe.
 */
final class EnvironMap extends AbstractMap<String, Object> {

    /** Room for a browser's request; a power of two. */
    private static final int SLOTS = 64;

    /** Stands where a key was that was removed: a search goes on here. */
    private static final Object REMOVED = new Object();

    /** Key and value of each slot in turn; a search ends at a null key. */
    private Object[] table;

    private int size;

    /** How many slots are not free, with those whose key was removed. */
    private int used;

    private EnvironMap(Object[] table, int size) {
        this.table = table;
        this.size = size;
        this.used = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean containsKey(Object key) {
        return table[find(key)] != null;
    }

    @Override
    public Object get(Object key) {
        return table[find(key) + 1];
    }

    @Override
    public Object put(String key, Object value) {
        int at = find(Objects.requireNonNull(key, "key"));
        Object before = table[at + 1];
        table[at + 1] = value;
        if (table[at] == null) {
            table[at] = key;
            size++;
            used++;
            makeRoomIfCrowded();
        }
        return before;
    }

    @Override
    public Object remove(Object key) {
        int at = find(key);
        Object before = table[at + 1];
        if (table[at] != null) {
            removeAt(at);
        }
        return before;
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        Object[] walked = table;
        int changes = changes();
        for (int i = 0; i < walked.length; i += 2) {
            if (walked[i] != null && walked[i] != REMOVED) {
                action.accept((String) walked[i], walked[i + 1]);
                if (walked != table || changes != changes()) {
                    throw new ConcurrentModificationException();
                }
            }
        }
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    /** Where a key is, or the free slot where its search ends. */
    private int find(Object key) {
        int hash = key == null ? 0 : key.hashCode();
        int at = 2 * (hash ^ hash >>> 16) & table.length - 1;
        while (table[at] != null && table[at] != key && !table[at].equals(key)) {
            at = at + 2 & table.length - 1;
        }
        return at;
    }

    private void removeAt(int at) {
        table[at] = REMOVED;
        table[at + 1] = null;
        size--;
    }

    /** How often a key came or went since the table was made. */
    private int changes() {
        return 2 * used - size;
    }

    private void makeRoomIfCrowded() {
        if (3 * used < table.length) {
            return;
        }
        Object[] before = table;
        // What was removed needs no room.
        table = new Object[2 * size < used ? before.length : 2 * before.length];
        used = size;
        for (int i = 0; i < before.length; i += 2) {
            if (before[i] != null && before[i] != REMOVED) {
                int at = find(before[i]);
                table[at] = before[i];
                table[at + 1] = before[i + 1];
            }
        }
    }

    /** The map that all requests begin with. Thread-safe. */
    static final class Template {

        private final EnvironMap shared = new EnvironMap(new Object[2 * SLOTS], 0);
        private final int[] own;

        /**
         * A template.
         *
         * @param shared what all requests have in common
         * @param own the keys of what every request has for itself
         */
        Template(Map<String, ?> shared, List<String> own) {
            this.shared.putAll(shared);
            own.forEach(key -> this.shared.put(key, null));
            this.own = own.stream().mapToInt(this.shared::find).toArray();
        }

        /**
         * The environ of a request.
         *
         * @param values of its own keys, in their order
         */
        EnvironMap fill(Object... values) {
            Object[] table = shared.table.clone();
            for (int i = 0; i < own.length; i++) {
                table[own[i] + 1] = values[i];
            }
            return new EnvironMap(table, shared.size);
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return size;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new EntryIterator();
        }
    }

    private final class EntryIterator implements Iterator<Map.Entry<String, Object>> {

        private final Object[] walked = table;
        private int expectedChanges = changes();
        private int last = -1;
        private int next = after(0);

        @Override
        public boolean hasNext() {
            return next < walked.length;
        }

        @Override
        public Map.Entry<String, Object> next() {
            requireNoChange();
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            last = next;
            next = after(last + 2);
            return new Slot(walked, last);
        }

        @Override
        public void remove() {
            if (last < 0) {
                throw new IllegalStateException("there is no entry to remove");
            }
            requireNoChange();
            removeAt(last);
            expectedChanges = changes();
            last = -1;
        }

        private void requireNoChange() {
            if (walked != table || expectedChanges != changes()) {
                throw new ConcurrentModificationException();
            }
        }

        private int after(int start) {
            int at = start;
            while (at < walked.length && (walked[at] == null || walked[at] == REMOVED)) {
                at += 2;
            }
            return at;
        }
    }

    /** An entry, as it is in the table. */
    private static final class Slot extends SimpleEntry<String, Object> {

        private static final long serialVersionUID = 1L;

        private final transient Object[] table;
        private final int at;

        Slot(Object[] table, int at) {
            super((String) table[at], table[at + 1]);
            this.table = table;
            this.at = at;
        }

        @Override
        public Object setValue(Object value) {
            table[at + 1] = value;
            return super.setValue(value);
        }
    }
}
