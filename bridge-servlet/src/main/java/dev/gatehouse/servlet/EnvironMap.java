package dev.gatehouse.servlet;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The environ of one request. The keys that its {@link Template} knows have places in two arrays,
 * so that there is little to make for a request; other keys are in a map beside them. Keys are not
 * null. Its iterators fail once a key has come or gone, as those of a HashMap. Not thread-safe.
 */
final class EnvironMap extends AbstractMap<String, Object> {

    /** Stands where a known key has no value, not even null. */
    private static final Object ABSENT = new Object();

    private final EnvironKeys known;
    private final Object[] values;

    /** The values of the known keys after those; the template's as long as none of them is here. */
    private Object[] rarer;

    private boolean rarerIsOwn;
    private Map<String, Object> others = Collections.emptyMap();

    /** How many of the known keys are there. */
    private int present;

    /** How often a key came or went. */
    private int changes;

    private EnvironMap(Template template) {
        this.known = template.known;
        this.values = template.values.clone();
        this.rarer = template.rarer;
        this.present = template.present;
    }

    /** Gives a value to a key of the template that is there from the start. */
    void set(int number, Object value) {
        values[number] = value;
    }

    @Override
    public int size() {
        return present + others.size();
    }

    @Override
    public boolean containsKey(Object key) {
        int number = known.numberOf(key);
        return number < 0 ? others.containsKey(key) : at(number) != ABSENT;
    }

    @Override
    public Object get(Object key) {
        return get(known.numberOf(key), key);
    }

    /** As {@link #get(Object)}. */
    Object getAt(EnvironKey key) {
        return get(key.number(), key.name());
    }

    @Override
    public Object put(String key, Object value) {
        return put(known.numberOf(Objects.requireNonNull(key, "key")), key, value);
    }

    /** As {@link #put(String, Object)}. */
    Object putAt(EnvironKey key, Object value) {
        return put(key.number(), key.name(), value);
    }

    @Override
    public Object remove(Object key) {
        int number = known.numberOf(key);
        if (number < 0) {
            return removeOther(key);
        }
        Object before = at(number);
        if (before != ABSENT) {
            removeAt(number);
        }
        return valueOf(before);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return new Entries();
    }

    private Object get(int number, Object key) {
        return number < 0 ? others.get(key) : valueOf(at(number));
    }

    private Object put(int number, String key, Object value) {
        if (number < 0) {
            return putOther(key, value);
        }
        Object before = at(number);
        setAt(number, value);
        if (before == ABSENT) {
            present++;
            changes++;
        }
        return valueOf(before);
    }

    private Object putOther(String key, Object value) {
        if (others.isEmpty()) {
            others = new HashMap<>();
        }
        int before = others.size();
        Object earlier = others.put(key, value);
        changes += others.size() - before;
        return earlier;
    }

    private Object removeOther(Object key) {
        if (!others.containsKey(key)) {
            return null;
        }
        changes++;
        return others.remove(key);
    }

    private void removeAt(int number) {
        setAt(number, ABSENT);
        present--;
        changes++;
    }

    private Object at(int number) {
        return number < values.length ? values[number] : rarer[number - values.length];
    }

    private void setAt(int number, Object value) {
        if (number < values.length) {
            values[number] = value;
            return;
        }
        if (!rarerIsOwn) {
            rarer = rarer.clone();
            rarerIsOwn = true;
        }
        rarer[number - values.length] = value;
    }

    private static Object valueOf(Object place) {
        return place == ABSENT ? null : place;
    }

    /** The map that all requests begin with. Thread-safe. */
    static final class Template {

        private final EnvironKeys known;
        private final Object[] values;
        private final Object[] rarer;
        private final int present;

        /**
         * A template.
         *
         * @param own the keys of what every request has for itself, numbered in this order
         * @param shared what all requests have in common
         * @param usual the keys of what nearly every request has
         * @param rarer the keys of what many requests have
         */
        Template(List<String> own, Map<String, ?> shared, List<String> usual, List<String> rarer) {
            List<String> keys = new ArrayList<>(own);
            keys.addAll(shared.keySet());
            this.present = keys.size();
            keys.addAll(usual);
            this.values = new Object[keys.size()];
            for (int number = own.size(); number < values.length; number++) {
                values[number] = number < present ? shared.get(keys.get(number)) : ABSENT;
            }
            keys.addAll(rarer);
            this.known = new EnvironKeys(keys);
            this.rarer = new Object[rarer.size()];
            Arrays.fill(this.rarer, ABSENT);
        }

        /** A key of these environs. */
        EnvironKey key(String name) {
            return new EnvironKey(name, known.numberOf(name));
        }

        /** The environ of a request, to which its own values are still to be given. */
        EnvironMap begin() {
            return new EnvironMap(this);
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return EnvironMap.this.size();
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new EntryIterator();
        }
    }

    /** Goes through the known keys, then through the others. */
    private final class EntryIterator implements Iterator<Map.Entry<String, Object>> {

        private static final int NONE = -1;
        private static final int ONE_OF_OTHERS = -2;

        private int expectedChanges = changes;
        private int last = NONE;
        private int next = after(0);
        private final Iterator<Map.Entry<String, Object>> rest = others.entrySet().iterator();

        @Override
        public boolean hasNext() {
            return next < known.size() || rest.hasNext();
        }

        @Override
        public Map.Entry<String, Object> next() {
            requireNoChange();
            if (next == known.size()) {
                Map.Entry<String, Object> other = rest.next();
                last = ONE_OF_OTHERS;
                return other;
            }
            last = next;
            next = after(last + 1);
            return new Place(last);
        }

        @Override
        public void remove() {
            if (last == NONE) {
                throw new IllegalStateException("there is no entry to remove");
            }
            requireNoChange();
            if (last == ONE_OF_OTHERS) {
                rest.remove();
                changes++;
            } else {
                removeAt(last);
            }
            expectedChanges = changes;
            last = NONE;
        }

        private void requireNoChange() {
            if (expectedChanges != changes) {
                throw new ConcurrentModificationException();
            }
        }

        private int after(int start) {
            int number = start;
            while (number < known.size() && at(number) == ABSENT) {
                number++;
            }
            return number;
        }
    }

    /** An entry of a known key. */
    private final class Place extends SimpleEntry<String, Object> {

        private static final long serialVersionUID = 1L;

        private final int number;

        Place(int number) {
            super(known.get(number), at(number));
            this.number = number;
        }

        @Override
        public Object setValue(Object value) {
            if (at(number) != ABSENT) {
                setAt(number, value);
            }
            return super.setValue(value);
        }
    }
}
