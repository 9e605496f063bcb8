package org.contacts4j.jdbi.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.IsFlag;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.FlagField;
import org.contacts4j.domain.filter.ItemsField;
import org.contacts4j.domain.filter.NumberField;
import org.contacts4j.domain.filter.Range;
import org.contacts4j.domain.filter.TextField;
import org.contacts4j.domain.filter.TimeField;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * A filter as one SQL condition. Fields map to columns by a fixed table and values are bound, so that no text from a
 * request becomes part of the statement.
 */
public final class FilterClause {

    private static final Map<FilterField<?>, String> COLUMNS = Map.of(
            Fields.tags(), "r.tag_keys",
            Fields.assignedTo(), "r.assigned_to",
            Fields.doNotContact(), "r.do_not_contact",
            Fields.createdAt(), "r.created_at",
            Fields.updatedAt(), "r.updated_at");

    private static final String ALWAYS = "true";
    private static final String NEVER = "false";

    private final Database database;
    private final OrganizationId organization;
    private final Filter filter;
    private final Bindings bindings = new Bindings();
    private final TextClause texts;

    public FilterClause(Database database, OrganizationId organization, Filter filter) {
        this.database = database;
        this.organization = organization;
        this.filter = filter;
        this.texts = new TextClause(database, bindings);
    }

    /** Adds the filter's condition to a list query. */
    public void narrow(ListQuery list) {
        String any = filter.groups().stream().map(this::group).collect(Collectors.joining(" or ", "(", ")"));
        if (database.indexesTexts() && IndexedConditions.coverFilter(filter)) {
            list.whereIndexed(any, bindings::bind);
        } else {
            list.where(any, bindings::bind);
        }
    }

    private String group(Filter.Group group) {
        if (group.conditions().isEmpty()) {
            return ALWAYS;
        }
        Optional<TagPeriodCondition> span =
                database.indexesArrays() ? TagPeriodCondition.of(organization, group) : Optional.empty();
        return span.map(this::tagPeriod).orElseGet(() -> joined(group.conditions(), " and ", this::condition));
    }

    /**
     * Returns the condition for a tag and a period. The condition on the time ends in {@code is true} so that its index
     * is not read as well: a week has fewer contacts with the tag than contacts overall.
     */
    private String tagPeriod(TagPeriodCondition span) {
        List<String> all = new ArrayList<>();
        all.add(database.containsAny("r.tag_weeks", bindings.add((to, name) -> to.texts(name, span.keys()))));
        all.add(condition(span.time()) + " is true");
        span.others().forEach(other -> all.add(condition(other)));
        return "(" + String.join(" and ", all) + ")";
    }

    /**
     * Returns the condition as SQL. A comparison with an unset value is null. Null counts as false when the condition
     * is not negated; {@code coalesce} makes it false before negation.
     */
    private String condition(Condition<?> condition) {
        String comparison = comparison(condition.field(), condition.comparison());
        return condition.negated() ? "not coalesce(" + comparison + ", false)" : comparison;
    }

    private String comparison(FilterField<?> field, Comparison<?> comparison) {
        if (field instanceof TextField text) {
            return texts.comparison(text, comparison);
        }
        if (field instanceof ItemsField) {
            return items(field, comparison);
        }
        if (field instanceof FlagField) {
            return flag(field, ((IsFlag) comparison).flags());
        }
        if (field instanceof NumberField) {
            return joined(((Within<?>) comparison).ranges(), " or ", range -> number(field, range));
        }
        if (field instanceof TimeField) {
            return joined(((Within<?>) comparison).ranges(), " or ", range -> time(field, range));
        }
        throw new IllegalArgumentException("a field of no known kind: " + field);
    }

    private String items(FilterField<?> field, Comparison<?> comparison) {
        @Nullable String column = COLUMNS.get(field);
        if (column == null) {
            return customItems(FilterKeys.itemsKey(field.name()), comparison);
        }
        return comparison instanceof HasAny any
                ? database.containsAny(column, bindings.add((to, name) -> to.texts(name, any.items())))
                : "cardinality(" + column + ") > 0";
    }

    private String customItems(String key, Comparison<?> comparison) {
        if (!(comparison instanceof HasAny any)) {
            return texts.under(key) + " is not null";
        }
        String column = texts.under(key);
        return joined(
                any.items(),
                " or ",
                item -> texts.like(
                        column, Comparison.Place.ANYWHERE, FilterKeys.BETWEEN_ITEMS + item + FilterKeys.BETWEEN_ITEMS));
    }

    private String flag(FilterField<?> field, Collection<Boolean> flags) {
        @Nullable String column = COLUMNS.get(field);
        return joined(
                flags,
                " or ",
                flag -> column == null
                        ? texts.is(field.name(), String.valueOf(flag))
                        : column + " = :" + bindings.add((to, name) -> to.flag(name, flag)));
    }

    private String number(FilterField<?> field, Range<?> range) {
        String key = FilterKeys.numberKey(field.name());
        Range.@Nullable Bound<?> low = range.low();
        return low != null && low.equals(range.high())
                ? texts.is(key, FilterKeys.text((BigDecimal) low.value()))
                : range(
                        asNumber(key),
                        range,
                        value -> bindings.add((to, name) -> to.decimal(name, (BigDecimal) value)));
    }

    private String time(FilterField<?> field, Range<?> range) {
        @Nullable String column = COLUMNS.get(field);
        return column == null
                ? range(
                        asNumber(FilterKeys.timeKey(field.name())),
                        range,
                        value -> bindings.add((to, name) -> to.number(name, FilterKeys.number((Instant) value))))
                : range(column, range, value -> bindings.add((to, name) -> to.time(name, (Instant) value)));
    }

    private String asNumber(String key) {
        return database.filterTexts().asNumber(texts.under(key));
    }

    private static String range(String expression, Range<?> range, Function<Object, String> parameter) {
        List<String> ends = new ArrayList<>();
        Range.@Nullable Bound<?> low = range.low();
        Range.@Nullable Bound<?> high = range.high();
        if (low != null) {
            ends.add(expression + (low.inclusive() ? " >= :" : " > :") + parameter.apply(low.value()));
        }
        if (high != null) {
            ends.add(expression + (high.inclusive() ? " <= :" : " < :") + parameter.apply(high.value()));
        }
        return ends.isEmpty() ? expression + " is not null" : "(" + String.join(" and ", ends) + ")";
    }

    static <T> String joined(Collection<T> items, String by, Function<T, String> sql) {
        return items.isEmpty() ? NEVER : items.stream().map(sql).collect(Collectors.joining(by, "(", ")"));
    }
}
