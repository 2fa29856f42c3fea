package dev.gatehouse.servlet;

/**
 * A key with its place in the environs of one template, so that it need not be searched for.
 *
 * @param name the key
 * @param place counts from 0; negative if the template has no place for it
 */
record EnvironKey(String name, int place) {

    /** Stands where there is no key. */
    static final EnvironKey NONE = new EnvironKey("", -1);
}
