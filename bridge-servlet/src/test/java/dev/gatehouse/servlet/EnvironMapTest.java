package dev.gatehouse.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An environ is a map like any other, however it is made. */
class EnvironMapTest {

    private static final Map<String, Object> SHARED = Map.of("SERVER_SOFTWARE", "Gatehouse");
    private static final List<String> OWN = List.of("REQUEST_METHOD", "PATH_INFO");
    private static final List<String> USUAL = List.of("HTTP_X_6");
    private static final List<String> RARER = List.of("HTTP_COOKIE", "HTTP_X_7");
    private static final int STEPS = 20_000;

    private final EnvironMap.Template template = new EnvironMap.Template(OWN, SHARED, USUAL, RARER);
    private final EnvironMap map = filled("GET", "/");

    @Test
    void doesWhatAHashMapDoes() {
        Map<String, Object> model = new HashMap<>(map);
        Random random = new Random(20250131);
        List<String> keys = keys();
        for (int i = 0; i < STEPS; i++) {
            String key = keys.get(random.nextInt(keys.size()));
            int kind = random.nextInt(1000);

            assertThat(step(map, kind, key, i)).isEqualTo(step(model, kind, key, i));

            assertThat(map).isEqualTo(model).hasSameSizeAs(model).hasSameHashCodeAs(model);
            assertThat(model).isEqualTo(map);
            assertThat(new HashSet<>(map.entrySet())).isEqualTo(model.entrySet());
            assertThat(map.entrySet()).hasSameSizeAs(model.entrySet());
        }
        Map<String, Object> visited = new HashMap<>();
        map.forEach(visited::put);
        assertThat(visited).isEqualTo(model);
        keys.forEach(key -> assertThat(map.get(key)).isEqualTo(model.get(key)));
    }

    @Test
    void isIndependentOfItsTemplateAndItsSiblings() {
        EnvironMap sibling = filled("PUT", "/sibling");

        map.put("PATH_INFO", "/changed");
        map.put("HTTP_HOST", "localhost");
        map.remove("SERVER_SOFTWARE");
        map.entrySet().iterator().next().setValue("changed");

        assertThat(sibling)
                .isEqualTo(
                        Map.of(
                                "SERVER_SOFTWARE",
                                "Gatehouse",
                                "REQUEST_METHOD",
                                "PUT",
                                "PATH_INFO",
                                "/sibling"));
        assertThat(filled("PUT", "/sibling")).isEqualTo(sibling);
    }

    @Test
    void hasNullForAnOwnKeyThatHasNoValue() {
        EnvironMap filled = filled("GET", null);

        assertThat(filled).containsKey("PATH_INFO").containsEntry("PATH_INFO", null).hasSize(3);
    }

    @Test
    void lacksAPossibleKeyUntilItComes() {
        assertThat(map).doesNotContainKeys("HTTP_COOKIE", "HTTP_X_6").hasSize(3);

        assertThat(map.put("HTTP_COOKIE", null)).isNull();

        assertThat(map).containsEntry("HTTP_COOKIE", null).hasSize(4);
        assertThat(map.put("HTTP_X_6", null)).isNull();
        assertThat(map).containsEntry("HTTP_X_6", null).hasSize(5);
        assertThat(template.begin()).doesNotContainKeys("HTTP_COOKIE", "HTTP_X_6");
    }

    @Test
    void keepsARemovedKeyRemovedWhateverAnOldEntryIsGiven() {
        Map.Entry<String, Object> first = map.entrySet().iterator().next();
        map.remove(first.getKey());

        first.setValue("late");

        assertThat(map).doesNotContainKey(first.getKey()).hasSize(2);
    }

    @Test
    void findsAKeyByItsPlaceAsByItsName() {
        for (String name :
                List.of("PATH_INFO", "SERVER_SOFTWARE", "HTTP_X_6", "HTTP_COOKIE", "HTTP_X_8")) {
            EnvironKey key = template.key(name);
            Object before = map.get(name);
            int size = map.size();

            assertThat(map.getAt(key)).isEqualTo(before);
            assertThat(map.putAt(key, "new")).isEqualTo(before);

            assertThat(map).containsEntry(name, "new").hasSize(before == null ? size + 1 : size);
            assertThat(map.remove(name)).isEqualTo("new");
            assertThat(map.getAt(key)).isNull();
        }
    }

    @Test
    void takesNoNullKey() {
        assertThatNullPointerException().isThrownBy(() -> map.put(null, "value"));
        assertThat(map).hasSize(3);
    }

    @Test
    void knowsNoKeyThatIsNotAString() {
        for (Object key : new Object[] {null, 42, "PATH_INFO".toCharArray(), List.of()}) {
            assertThat(map.get(key)).isNull();
            assertThat(map.containsKey(key)).isFalse();
            assertThat(map.remove(key)).isNull();
        }
        assertThat(map).hasSize(3);
    }

    @Test
    void growsBeyondItsTemplate() {
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, 1000).forEach(i -> many.put("HTTP_" + i, i));
        EnvironMap large = new EnvironMap.Template(OWN, many, USUAL, RARER).begin();

        map.putAll(many);
        map.remove("SERVER_SOFTWARE");

        large.putAll(map);
        assertThat(large).hasSize(1002).containsAllEntriesOf(many).isEqualTo(map);
    }

    @Test
    void findsKeysHoweverManyWereRemoved() {
        for (int i = 0; i < 10_000; i++) {
            map.put("HTTP_" + i, i);
            assertThat(map.remove("HTTP_" + i)).isEqualTo(i);
            assertThat(map.containsKey("HTTP_" + i)).isFalse();
        }
        map.clear();
        assertThat(map.get("PATH_INFO")).isNull();
        assertThat(map).isEmpty();
    }

    @Test
    void iteratesOnIfOnlyValuesChange() {
        for (Map.Entry<String, Object> entry : map.entrySet()) {
            entry.setValue("set");
            map.keySet().forEach(key -> map.put(key, map.get(key) + ", put"));
        }

        assertThat(map.values())
                .containsExactlyInAnyOrder("set, put", "set, put, put", "set, put, put, put");
    }

    @Test
    void iteratesNoMoreOnceAKeyHasComeOrGone() {
        for (Runnable change : changes()) {
            Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
            entries.next();
            change.run();
            Map<String, Object> changed = new HashMap<>(map);

            assertThatExceptionOfType(ConcurrentModificationException.class)
                    .isThrownBy(entries::next);
            assertThatExceptionOfType(ConcurrentModificationException.class)
                    .isThrownBy(entries::remove);
            assertThat(map).isEqualTo(changed);
        }
    }

    @Test
    void removesThroughAnIteratorOnlyWhatItHasReturned() {
        Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(entries::remove);
        String first = entries.next().getKey();
        entries.remove();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(entries::remove);
        entries.next();
        entries.next();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(entries::next);
        assertThat(map).hasSize(2).doesNotContainKey(first);
    }

    private List<Runnable> changes() {
        return List.of(
                () -> map.put("HTTP_COOKIE", "known"),
                () -> map.remove("HTTP_COOKIE"),
                () -> map.put("HTTP_HOST", "localhost"),
                () -> map.remove("HTTP_HOST"),
                () -> {
                    map.put("HTTP_HOST", "localhost");
                    map.remove("HTTP_HOST");
                },
                () -> IntStream.range(0, 100).forEach(i -> map.put("HTTP_" + i, i)),
                map::clear);
    }

    @Test
    void failsIfItIsChangedUnderAVisitor() {
        assertThatExceptionOfType(ConcurrentModificationException.class)
                .isThrownBy(() -> map.forEach((key, value) -> map.remove("REQUEST_METHOD")));
    }

    private EnvironMap filled(String method, String path) {
        EnvironMap filled = template.begin();
        filled.set(OWN.indexOf("REQUEST_METHOD"), method);
        filled.set(OWN.indexOf("PATH_INFO"), path);
        return filled;
    }

    /** Some hundred, of which sixteen have the same hash. */
    private static List<String> keys() {
        List<String> colliding = List.of("");
        for (int i = 0; i < 4; i++) {
            colliding =
                    colliding.stream().flatMap(key -> Stream.of(key + "Aa", key + "BB")).toList();
        }
        List<String> keys = new ArrayList<>(colliding);
        keys.addAll(SHARED.keySet());
        keys.addAll(OWN);
        keys.addAll(USUAL);
        keys.addAll(RARER);
        IntStream.range(0, 120).forEach(i -> keys.add("HTTP_X_" + i));
        return keys;
    }

    /** Does one thing with a map; what comes out does not depend on the order of its entries. */
    private static Object step(Map<String, Object> map, int kind, String key, int value) {
        if (kind < 400) {
            return map.put(key, value);
        } else if (kind < 650) {
            return map.remove(key);
        } else if (kind < 750) {
            return map.get(key);
        } else if (kind < 850) {
            return map.containsKey(key);
        } else if (kind < 880) {
            return map.merge(key, value, (before, now) -> null);
        } else if (kind < 920) {
            return removeByIterator(map, value);
        } else if (kind < 960) {
            map.entrySet().forEach(entry -> entry.setValue(entry.getKey() + value));
        } else if (kind < 990) {
            map.putAll(Map.of(key, value, key + key, "twice", "HTTP_HOST", value));
        } else {
            map.clear();
        }
        return "done";
    }

    private static int removeByIterator(Map<String, Object> map, int value) {
        int removed = 0;
        Iterator<Map.Entry<String, Object>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            if ((entries.next().getKey().hashCode() + value) % 3 == 0) {
                entries.remove();
                removed++;
            }
        }
        return removed;
    }
}
