package dev.gatehouse.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

    @Test
    void itStaysAsItWasGiven() {
        Map<String, String> given = new HashMap<>(Map.of("A", "1"));
        Environment environment = new Environment(given);
        given.put("A", "2");

        assertThat(environment).isEqualTo(new Environment(Map.of("A", "1")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> environment.variables().put("A", "2"));
    }

    @Test
    void whatCannotBeACStringIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of("A", "\0")))
                .withMessage("the variable A contains NUL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of("A\0", "1")))
                .withMessage("the name of a variable contains NUL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of("A", "\u20ac")))
                .withMessage("not a native string: U+20AC at index 0");
    }

    @Test
    void whatCannotBeTheNameOfAVariableIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of("A=B", "1")))
                .withMessage("not the name of a variable: \"A=B\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Environment(Map.of("", "1")))
                .withMessage("not the name of a variable: \"\"");
    }

    @Test
    void itsTextHasNoSecrets() {
        assertThat(new Environment(Map.of("TOKEN", "y"))).hasToString("1 variables");
    }
}
