package dev.gatehouse.servlet;

import java.util.List;

/** The keys for which every environ of an application has a place, numbered from 0. Thread-safe. */
final class EnvironKeys {

    /** How many slots there are at least for each key, so that most searches end at once. */
    private static final int SPARSENESS = 4;

    private final String[] keys;

    /** A key, at the slot that its hash code says or the next free one; and its number. */
    private final String[] table;

    private final int[] numbers;

    EnvironKeys(List<String> keys) {
        this.keys = keys.toArray(String[]::new);
        int slots = Integer.highestOneBit(SPARSENESS * Math.max(1, this.keys.length)) << 1;
        this.table = new String[slots];
        this.numbers = new int[slots];
        for (int number = 0; number < this.keys.length; number++) {
            int slot = slotOf(this.keys[number]);
            table[slot] = this.keys[number];
            numbers[slot] = number;
        }
    }

    int size() {
        return keys.length;
    }

    String get(int number) {
        return keys[number];
    }

    /** The number of a key; -1 if it is not one of these. */
    int numberOf(Object key) {
        if (!(key instanceof String name)) {
            return -1;
        }
        int slot = slotOf(name);
        return table[slot] == null ? -1 : numbers[slot];
    }

    /** Where a key is, or the free slot where its search ends. */
    private int slotOf(String key) {
        int hash = key.hashCode();
        int slot = (hash ^ hash >>> 16) & table.length - 1;
        while (table[slot] != null && !table[slot].equals(key)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }
}
