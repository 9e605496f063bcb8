package org.contacts4j.jdbi.filter;

import java.util.List;
import java.util.Set;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.contact.search.SearchWord;
import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.HasAll;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.contacts4j.domain.filter.Comparison.Range;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.ExactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.FlagField;
import org.contacts4j.domain.filter.ItemsField;
import org.contacts4j.domain.filter.NumberField;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.domain.filter.TimeField;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.LikePattern;
import org.contacts4j.jdbi.sql.TrigramSample;

/**
 * How a database finds the contacts that a filter accepts. A new kind of condition counts as {@link #SCAN} until it is
 * listed here.
 */
enum Access {
    /** An index finds them in the order of their names. */
    NAME_ORDER_INDEX,
    /** An index finds them. */
    INDEX,
    /** No index finds them, but a page is found quickly, since most contacts match. */
    UNSELECTIVE,
    /** The database reads every contact. */
    SCAN;

    private static final Set<FilterField<?>> IN_NAME_ORDER =
            Set.of(Fields.companyId(), Fields.exactDepartment(), Fields.preferredMethod());

    static Access of(Filter filter, Database database, PhoneNumbers numbers) {
        if (filter instanceof Condition<?> condition && isStoredValue(condition)) {
            return ofStoredValue(condition);
        }
        return database.indexesTexts() && isIndexed(filter, numbers) ? INDEX : SCAN;
    }

    /**
     * Returns whether one plan suits all values. Other conditions are planned by their values, since the best plan for
     * a common value is slow for a rare one.
     */
    static boolean hasGenericPlan(Filter filter) {
        return filter instanceof Condition<?> condition
                && isStoredValue(condition)
                && !condition.field().equals(Fields.id())
                && !condition.field().equals(Fields.exactName());
    }

    /**
     * Returns whether an index of words finds the contacts of a search quickly, whatever its values, since they contain a
     * rare word. The other conditions of the filter must have a generic plan.
     */
    static boolean findsRareWords(Filter filter, TrigramSample sample, PhoneNumbers numbers) {
        List<Filter.Search> searches = filter.conjuncts().stream()
                .filter(Filter.Search.class::isInstance)
                .map(Filter.Search.class::cast)
                .toList();
        return !searches.isEmpty()
                && searches.stream().allMatch(search -> hasRareWord(SearchText.words(search.text(), numbers), sample))
                && filter.conjuncts().stream().allMatch(part -> part instanceof Filter.Search || hasGenericPlan(part));
    }

    /** Returns whether a word is rare. Of a word with several forms, the index reads each, so that all must be rare. */
    private static boolean hasRareWord(List<SearchWord> words, TrigramSample sample) {
        return words.stream().anyMatch(word -> isRare(word, sample))
                && words.stream().allMatch(word -> word.forms().size() == 1 || isRare(word, sample));
    }

    private static boolean isRare(SearchWord word, TrigramSample sample) {
        return word.forms().stream().allMatch(sample::isRare);
    }

    /** Returns whether the condition compares a column as it is. Both databases have indexes for these. */
    private static boolean isStoredValue(Condition<?> condition) {
        return !condition.negated()
                && (condition.field() instanceof ExactField
                        || (condition.comparison() instanceof HasAll && !isCustom(condition.field())));
    }

    private static Access ofStoredValue(Condition<?> condition) {
        if (condition.field().equals(Fields.status()) || condition.comparison() instanceof Within) {
            return UNSELECTIVE;
        }
        return IN_NAME_ORDER.contains(condition.field())
                        && condition.comparison() instanceof OneOf<?> wanted
                        && wanted.values().size() == 1
                ? NAME_ORDER_INDEX
                : INDEX;
    }

    /** Returns whether PostgreSQL finds all contacts that the filter accepts by indexes. */
    private static boolean isIndexed(Filter filter, PhoneNumbers numbers) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().anyMatch(part -> isIndexed(part, numbers));
        }
        if (filter instanceof Filter.Or or) {
            return or.parts().stream().allMatch(part -> isIndexed(part, numbers));
        }
        if (filter instanceof Filter.Search search) {
            return SearchText.words(search.text(), numbers).stream()
                    .anyMatch(word -> word.forms().stream().allMatch(Access::hasIndexedPattern));
        }
        return filter instanceof Condition<?> condition && isIndexed(condition);
    }

    private static boolean isIndexed(Condition<?> condition) {
        return isStoredValue(condition)
                ? ofStoredValue(condition) != UNSELECTIVE
                : !condition.negated() && isIndexed(condition.field(), condition.comparison());
    }

    private static boolean isIndexed(FilterField<?> field, Comparison<?> comparison) {
        boolean custom = isCustom(field);
        if (field instanceof TextField text) {
            return comparison instanceof Part part ? hasPart(text, part.text()) : isOneOf(text, (OneOf<?>) comparison);
        }
        if (field instanceof NumberField) {
            List<? extends Range<?>> ranges = ((Within<?>) comparison).ranges();
            return ranges.stream().allMatch(Range::isPoint);
        }
        if (field instanceof ItemsField) {
            return !custom && comparison instanceof HasAny;
        }
        return field instanceof FlagField ? custom : field instanceof TimeField && !custom;
    }

    private static boolean isCustom(FilterField<?> field) {
        return field.name().startsWith(Fields.CUSTOM);
    }

    private static boolean hasIndexedPattern(String text) {
        return LikePattern.indexed(text).isPresent();
    }

    private static boolean hasPart(TextField field, String part) {
        return TextClause.SEARCHED.contains(field) && hasIndexedPattern(part);
    }

    /**
     * Returns whether an index answers an equality condition. Status and notes have no index, and no index contains
     * unset texts.
     */
    private static boolean isOneOf(TextField field, OneOf<?> wanted) {
        if (field.equals(Fields.statusText()) || field.equals(Fields.notes())) {
            return false;
        }
        return field.equals(Fields.company())
                ? wanted.values().stream().allMatch(text -> hasIndexedPattern((String) text))
                : !wanted.values().contains("");
    }
}
