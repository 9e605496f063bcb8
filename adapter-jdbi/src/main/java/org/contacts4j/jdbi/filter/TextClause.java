package org.contacts4j.jdbi.filter;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.contact.search.SearchWord;
import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.contacts4j.domain.filter.Comparison.Place;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.PhoneComparison;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.LikePattern;
import org.jspecify.annotations.Nullable;

/** Text comparisons on columns or on the {@linkplain FilterKeys keyed texts}. */
final class TextClause {

    /** The columns of text fields, folded and never null. The search text begins with the company's name. */
    static final Map<TextField, String> COLUMNS = Map.of(
            Fields.name(),
            "cast(r.sort_name as varchar)",
            Fields.company(),
            "substring(r.search_text from 1 for position(:%s in r.search_text) - 1)",
            Fields.statusText(),
            "r.status",
            Fields.notes(),
            "r.notes_key");

    private static final TextField NORMALIZED_PHONE = PhoneComparison.normalized(PhoneNumbers.DIGITS);

    /** The fields that are also part of the search text, which has an index. */
    static final Set<TextField> SEARCHED = Set.of(
            Fields.name(), Fields.localName(), Fields.company(), Fields.email(), Fields.phone(), NORMALIZED_PHONE);

    private final Database database;
    private final Bindings bindings;
    private final PhoneNumbers numbers;

    TextClause(Database database, Bindings bindings, PhoneNumbers numbers) {
        this.database = database;
        this.bindings = bindings;
        this.numbers = numbers;
    }

    String comparison(TextField field, Comparison<?> comparison) {
        return field.equals(Fields.phone())
                ? phone(PhoneComparison.of(comparison, numbers))
                : stored(field, comparison);
    }

    private String phone(PhoneComparison comparison) {
        return FilterClause.joined(
                comparison.alternatives(),
                " or ",
                one -> stored(Fields.phone(), one) + " or " + stored(comparison.normalized(), one));
    }

    private String stored(TextField field, Comparison<?> comparison) {
        if (comparison instanceof Part part) {
            return searched(field, part.text(), like(text(field), part.place(), part.text()));
        }
        Set<?> wanted = ((OneOf<?>) comparison).values();
        return FilterClause.joined(wanted, " or ", text -> equal(field, (String) text));
    }

    /**
     * Returns the condition that the search text contains this word. An index finds contacts with most of a form of the
     * word, then the whole form is compared. Forms that no index finds are only compared: they would make the index return
     * every contact.
     *
     * @param values how the word is written in the statement
     */
    String contains(SearchWord word, WordValues values) {
        return FilterClause.joined(
                word.forms(),
                " or ",
                form -> LikePattern.indexed(form)
                        .map(pattern -> containsIndexed(form, pattern, values))
                        .orElseGet(() -> containsExactly(form, values)));
    }

    private String containsIndexed(String form, String pattern, WordValues values) {
        String indexed = "r.search_text like " + value(pattern, values) + " escape '!'";
        return pattern.equals(LikePattern.containing(form))
                ? indexed
                : "(" + indexed + " and " + containsExactly(form, values) + ")";
    }

    private String containsExactly(String form, WordValues values) {
        return "position(" + value(form, values) + " in r.search_text) > 0";
    }

    private String value(String text, WordValues values) {
        String parameter = ":" + bindings.add((to, name) -> to.text(name, text));
        return values == WordValues.HIDDEN ? database.anyText(parameter) : parameter;
    }

    /** Whether the planner of the database knows the words of a search. */
    enum WordValues {
        PLANNED,
        HIDDEN
    }

    /** Returns the condition that the text under a key equals this one. */
    String is(String key, String text) {
        return database.filterTexts()
                .has("r.filter_keys", bindings.add((to, name) -> to.filterTexts(name, Map.of(key, text))));
    }

    /** Returns the expression for the text under a key; null when it is unset. */
    String under(String key) {
        return database.filterTexts().under("r.filter_keys", bindings.add((to, name) -> to.key(name, key)));
    }

    /** Returns the condition that a text contains this part at this place. */
    String like(String expression, Place place, String part) {
        return like(
                expression,
                switch (place) {
                    case START -> LikePattern.startingWith(part);
                    case ANYWHERE -> LikePattern.containing(part);
                    case END -> LikePattern.endingWith(part);
                });
    }

    private String like(String expression, String pattern) {
        return expression + " like :" + bindings.add((to, name) -> to.text(name, pattern)) + " escape '!'";
    }

    private String equal(TextField field, String text) {
        @Nullable String column = column(field);
        if (column == null) {
            if (field.equals(NORMALIZED_PHONE) && text.isEmpty()) {
                return "false"; // absent if it equals the typed number
            }
            return text.isEmpty() ? under(field.name()) + " is null" : is(field.name(), text);
        }
        String equal = column + " = :" + bindings.add((to, name) -> to.text(name, text));
        return field.equals(Fields.company()) ? searched(field, text, equal) : equal;
    }

    /** Returns the condition, preceded by the condition on the search text that it implies. */
    private String searched(TextField field, String text, String condition) {
        return Optional.of(text)
                .filter(part -> SEARCHED.contains(field))
                .flatMap(LikePattern::indexed)
                .map(pattern -> "(" + like("r.search_text", pattern) + " and " + condition + ")")
                .orElse(condition);
    }

    private String text(TextField field) {
        @Nullable String column = column(field);
        return column != null ? column : "coalesce(" + under(field.name()) + ", '')";
    }

    private @Nullable String column(TextField field) {
        @Nullable String column = COLUMNS.get(field);
        return column == null || !field.equals(Fields.company())
                ? column
                : column.formatted(
                        bindings.add((to, name) -> to.text(name, String.valueOf(SearchText.COMPANY_SEPARATOR))));
    }
}
