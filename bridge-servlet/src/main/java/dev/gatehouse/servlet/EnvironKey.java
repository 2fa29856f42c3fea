package dev.gatehouse.servlet;

/**
 * A key and its number in the environs of one template, so that it need not be searched for.
 *
 * @param name the key
 * @param number counts from 0; negative if the template has no place for the key
 */
record EnvironKey(String name, int number) {

    /** Stands where there is no key. */
    static final EnvironKey NONE = new EnvironKey("", -1);
}
