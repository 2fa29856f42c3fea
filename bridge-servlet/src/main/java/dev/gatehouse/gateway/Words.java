package dev.gatehouse.gateway;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the text of a parameter into the words of a command: white space separates, single or
 * double quotes group. Nothing is expanded, and no shell is involved.
 */
public final class Words {

    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;

    private Words() {}

    /**
     * The words of a text.
     *
     * @throws IllegalArgumentException if a quote is not closed
     */
    public static List<String> of(String text) {
        Words words = new Words();
        text.chars().forEach(c -> words.take((char) c));
        if (words.quote != NONE) {
            throw new IllegalArgumentException("unclosed quote");
        }
        words.endWord();
        return List.copyOf(words.words);
    }

    private void take(char c) {
        if (c == quote) {
            quote = NONE;
        } else if (quote == NONE && (c == '\'' || c == '"')) {
            quote = c;
            inWord = true;
        } else if (quote == NONE && Character.isWhitespace(c)) {
            endWord();
        } else {
            word.append(c);
            inWord = true;
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
