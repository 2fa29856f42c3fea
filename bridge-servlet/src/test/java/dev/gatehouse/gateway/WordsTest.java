package dev.gatehouse.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "prlimit --cpu=1 --,prlimit|--cpu=1|--",
                "`  a \t b  `,a|b",
                "a 'b c' d,a|b c|d",
                "a \"b 'c\" d,a|b 'c|d",
                "--x='a b',--x=a b",
                "a '' b,a||b",
                "a;rm $HOME,a;rm|$HOME"
            })
    void areSeparatedByWhiteSpaceAndGroupedByQuotes(String text, String words) {
        assertThat(Words.of(text)).isEqualTo(Arrays.asList(words.split("\\|")));
    }

    @Test
    void noTextIsNoWords() {
        assertThat(Words.of("  ")).isEmpty();
    }

    @Test
    void anUnclosedQuoteIsAnError() {
        assertThatThrownBy(() -> Words.of("a 'b")).isInstanceOf(IllegalArgumentException.class);
    }
}
