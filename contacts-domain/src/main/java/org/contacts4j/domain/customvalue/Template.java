package org.contacts4j.domain.customvalue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A text with tokens such as <code>{{contact.name}}</code>. Replacement is not recursive: tokens in a replacement
 * remain text.
 */
public final class Template {

    /** The maximum length of a rendered text, in characters. */
    public static final int MAX_RESULT = 500_000;

    private static final String FIELD = "template";

    // Bounded and possessive quantifiers, so that matching time is linear in the length of the template.
    private static final Pattern TOKEN = Pattern.compile("\\{\\{[ \\t]{0,20}+([A-Za-z0-9_.-]{1,150}+)[ \\t]{0,20}+}}");

    private final String text;

    /**
     * Creates a template.
     *
     * @throws ContactsFailure.Invalid if the text is longer than {@link Rules#PROSE}, or has characters that no
     *     database stores
     */
    public Template(String text) {
        Faults faults = new Faults();
        Rules.checkText(text, Rules.PROSE, FIELD, faults);
        faults.throwIfAny();
        this.text = text;
    }

    /**
     * Returns the text with its tokens replaced.
     *
     * @param values returns the replacement of a token name; null for unknown tokens, which remain in the text
     * @throws ContactsFailure.Invalid if the result would be longer than {@link #MAX_RESULT}
     */
    public Rendered render(Function<String, @Nullable String> values) {
        StringBuilder result = new StringBuilder(text.length());
        Set<String> unknown = new LinkedHashSet<>();
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            @Nullable String value = values.apply(token.group(1));
            if (value == null) {
                unknown.add(token.group(1));
            }
            result.append(text, from, token.start()).append(value == null ? token.group() : value);
            checkResultSize(result);
            from = token.end();
        }
        result.append(text, from, text.length());
        return new Rendered(result.toString(), new ArrayList<>(unknown));
    }

    private static void checkResultSize(StringBuilder result) {
        if (result.length() > MAX_RESULT) {
            throw new ContactsFailure.Invalid(FIELD, "must not become longer than " + MAX_RESULT + " characters");
        }
    }

    /**
     * A rendered template.
     *
     * @param unknown the names of unknown tokens, without duplicates, in order of appearance
     */
    public record Rendered(String text, List<String> unknown) {
        public Rendered {
            unknown = List.copyOf(unknown);
        }
    }
}
