package dev.gatehouse.launcher.cli;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One line of a settings table of the web application.
 *
 * @param name the parameter
 * @param option the parameter as an option, in kebab case
 * @param expected what a value looks like, to follow the words "must be"
 * @param standard the default, if there is one
 * @param description one sentence
 * @param accepts whether a value is well-formed
 */
record SettingLine(
        String name,
        String option,
        String expected,
        Optional<String> standard,
        String description,
        Predicate<String> accepts) {

    /** One line as SettingsCatalog describes it. */
    @SuppressWarnings("unchecked")
    static SettingLine of(Map<String, Object> line) {
        return new SettingLine(
                (String) line.get("name"),
                (String) line.get("option"),
                (String) line.get("expected"),
                Optional.ofNullable((String) line.get("default")),
                (String) line.get("description"),
                (Predicate<String>) line.get("accepts"));
    }
}
