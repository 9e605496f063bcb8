package org.contacts4j.jdbi.filter;

import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Part;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.FlagField;
import org.contacts4j.domain.filter.ItemsField;
import org.contacts4j.domain.filter.NumberField;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.domain.filter.TimeField;
import org.contacts4j.jdbi.sql.LikePattern;

/**
 * The filter conditions that PostgreSQL answers with a dedicated index. All others read contacts. A new kind of
 * condition counts as not indexed until it is listed here.
 */
final class IndexedConditions {

    private IndexedConditions() {}

    /** Returns whether indexes answer the whole filter: each of its groups has a condition that an index answers. */
    static boolean coverFilter(Filter filter) {
        return filter.groups().stream()
                .allMatch(group -> group.conditions().stream().anyMatch(IndexedConditions::answers));
    }

    /** Returns whether an index answers this condition by itself. */
    static boolean answers(Condition<?> condition) {
        return !condition.negated() && answers(condition.field(), condition.comparison());
    }

    private static boolean answers(FilterField<?> field, Comparison<?> comparison) {
        boolean custom = field.name().startsWith(Fields.CUSTOM);
        if (field instanceof TextField text) {
            return comparison instanceof Part part ? hasPart(text, part.text()) : isOneOf(text, (OneOf) comparison);
        }
        if (field instanceof NumberField) {
            return ((Within<?>) comparison)
                    .ranges().stream()
                            .allMatch(
                                    range -> range.low() != null && range.low().equals(range.high()));
        }
        if (field instanceof ItemsField) {
            return !custom && comparison instanceof HasAny;
        }
        return field instanceof FlagField ? custom : field instanceof TimeField && !custom;
    }

    private static boolean hasPart(TextField field, String part) {
        return TextClause.SEARCHED.contains(field) && LikePattern.hasTrigram(part);
    }

    /**
     * Returns whether an index answers an equality condition. Status and notes have no index, and no index contains
     * unset texts.
     */
    private static boolean isOneOf(TextField field, OneOf wanted) {
        if (field.equals(Fields.status()) || field.equals(Fields.notes())) {
            return false;
        }
        return field.equals(Fields.company())
                ? wanted.texts().stream().allMatch(LikePattern::hasTrigram)
                : wanted.texts().stream().noneMatch(String::isEmpty);
    }
}
