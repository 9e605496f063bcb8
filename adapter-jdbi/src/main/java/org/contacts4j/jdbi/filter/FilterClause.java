package org.contacts4j.jdbi.filter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.contacts4j.application.page.Order;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.SearchText;
import org.contacts4j.domain.filter.Comparison;
import org.contacts4j.domain.filter.Comparison.Bound;
import org.contacts4j.domain.filter.Comparison.HasAll;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.OneOf;
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
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.filter.TextClause.WordValues;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.TrigramSample;
import org.jspecify.annotations.Nullable;

/**
 * Filters as SQL conditions. Fields map to columns by a fixed table and values are bound, so that no text from a request
 * becomes part of the statement.
 */
public final class FilterClause {

    private static final Map<FilterField<?>, String> COLUMNS = Map.of(
            Fields.tags(), "r.tag_keys",
            Fields.assignedTo(), "r.assigned_to",
            Fields.teams(), "r.teams",
            Fields.doNotContact(), "r.do_not_contact",
            Fields.createdAt(), "r.created_at",
            Fields.updatedAt(), "r.updated_at");

    private final Database database;
    private final OrganizationId organization;
    private final PhoneNumbers numbers;
    private final Bindings bindings = new Bindings();
    private final TextClause texts;
    private final ExactClause exact;
    private WordValues words = WordValues.PLANNED;

    /**
     * Creates a clause.
     *
     * @param visibility hides managers of contacts
     * @param numbers the comparison of phone numbers that contacts were written with
     */
    public FilterClause(Database database, OrganizationId organization, Visibility visibility, PhoneNumbers numbers) {
        this.database = database;
        this.organization = organization;
        this.numbers = numbers;
        this.texts = new TextClause(database, bindings, numbers);
        this.exact = new ExactClause(visibility, bindings);
    }

    /**
     * Adds the conditions to a list query that also counts. If the filter contains rare words, PostgreSQL plans the query
     * once for all of them: planning takes longer than the query.
     *
     * @param sample a sample of search texts
     * @param byValues creates the same query, narrowed by {@link #narrow}
     */
    public void narrowCounted(ListQuery list, Filter filter, TrigramSample sample, Supplier<ListQuery> byValues) {
        if (Access.findsRareWords(filter, sample, numbers)) {
            words = WordValues.HIDDEN;
            list.findOnce(byValues);
            filter.conjuncts().forEach(part -> list.whereIndexed(sql(part), bindings.drain()));
        } else {
            narrow(list, filter);
        }
    }

    /** Adds a condition to the list query for each filter that must match. */
    public void narrow(ListQuery list, Filter filter) {
        Optional<TagPeriodCondition> period = tagPeriod(filter);
        period.ifPresent(found -> {
            list.useCustomPlan();
            list.whereIndexed(sql(found), bindings.drain());
        });
        period.map(TagPeriodCondition::others).orElseGet(filter::conjuncts).forEach(part -> add(list, part));
    }

    private void add(ListQuery list, Filter part) {
        if (!Access.hasGenericPlan(part)) {
            list.useCustomPlan();
        }
        String sql = sql(part);
        switch (Access.of(part, database, numbers)) {
            case NAME_ORDER_INDEX -> list.whereColumn(sql, Order.Key.NAME, bindings.drain());
            case INDEX -> list.whereIndexed(sql, bindings.drain());
            case UNSELECTIVE -> list.whereUnselective(sql, bindings.drain());
            case SCAN -> list.where(sql, bindings.drain());
        }
    }

    private String sql(Filter filter) {
        if (filter instanceof Condition<?> condition) {
            return condition(condition);
        }
        if (filter instanceof Filter.Or or) {
            return joined(or.parts(), " or ", this::sql);
        }
        if (filter instanceof Filter.Not not) {
            return not(sql(not.filter()));
        }
        if (filter instanceof Filter.Search search) {
            return joined(SearchText.words(search.text(), numbers), " and ", word -> texts.contains(word, words));
        }
        List<String> all = all(filter);
        return all.isEmpty() ? "true" : joined(all, " and ", Function.identity());
    }

    private List<String> all(Filter filter) {
        Optional<TagPeriodCondition> period = tagPeriod(filter);
        List<String> all = new ArrayList<>();
        period.ifPresent(found -> all.add(sql(found)));
        period.map(TagPeriodCondition::others).orElseGet(filter::conjuncts).forEach(part -> all.add(sql(part)));
        return all;
    }

    private Optional<TagPeriodCondition> tagPeriod(Filter filter) {
        return database.indexesArrays() ? TagPeriodCondition.of(organization, filter.conjuncts()) : Optional.empty();
    }

    /**
     * Returns the condition for a tag and a period. The condition on the time ends in {@code is true} so that its index
     * is not read as well: a week has fewer contacts with the tag than contacts overall.
     */
    private String sql(TagPeriodCondition period) {
        String weeks = database.containsAny("r.tag_weeks", bindings.add((to, name) -> to.texts(name, period.keys())));
        return weeks + " and " + condition(period.time()) + " is true";
    }

    /**
     * Returns the condition as SQL. A comparison with an unset value is null. Null counts as false when the condition
     * is not negated; {@code coalesce} makes it false before negation.
     */
    private String condition(Condition<?> condition) {
        String comparison = comparison(condition.field(), condition.comparison());
        return condition.negated() ? not(comparison) : comparison;
    }

    private static String not(String condition) {
        return "not coalesce(" + condition + ", false)";
    }

    private String comparison(FilterField<?> field, Comparison<?> comparison) {
        if (field instanceof ExactField<?> stored) {
            return exact.comparison(stored, comparison);
        }
        if (field instanceof TextField text) {
            return texts.comparison(text, comparison);
        }
        if (field instanceof ItemsField) {
            return items(field, comparison);
        }
        if (field instanceof FlagField) {
            return flag(field, ((OneOf<?>) comparison).values());
        }
        return joined(
                ((Within<?>) comparison).ranges(),
                " or ",
                range -> field instanceof NumberField ? number(field, range) : time(field, range));
    }

    private String items(FilterField<?> field, Comparison<?> comparison) {
        @Nullable String column = COLUMNS.get(field);
        if (column == null) {
            return customItems(FilterKeys.itemsKey(field.name()), comparison);
        }
        if (comparison instanceof HasAll all) {
            return database.containsAll(column, bindings.add((to, name) -> to.texts(name, all.items())));
        }
        return comparison instanceof HasAny any
                ? database.containsAny(column, bindings.add((to, name) -> to.texts(name, any.items())))
                : "cardinality(" + column + ") > 0";
    }

    private String customItems(String key, Comparison<?> comparison) {
        String column = texts.under(key);
        if (comparison instanceof HasAll all) {
            return all.items().isEmpty() ? "true" : joined(all.items(), " and ", item -> customItem(column, item));
        }
        return comparison instanceof HasAny any
                ? joined(any.items(), " or ", item -> customItem(column, item))
                : column + " is not null";
    }

    private String customItem(String column, String item) {
        return texts.like(
                column, Comparison.Place.ANYWHERE, FilterKeys.BETWEEN_ITEMS + item + FilterKeys.BETWEEN_ITEMS);
    }

    private String flag(FilterField<?> field, Collection<?> flags) {
        @Nullable String column = COLUMNS.get(field);
        return joined(
                flags,
                " or ",
                flag -> column == null
                        ? texts.is(field.name(), String.valueOf(flag))
                        : column + " = :" + bindings.add((to, name) -> to.flag(name, (Boolean) flag)));
    }

    private String number(FilterField<?> field, Range<?> range) {
        String key = FilterKeys.numberKey(field.name());
        @Nullable Bound<?> low = range.low();
        return low != null && range.isPoint()
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

    static String range(String expression, Range<?> range, Function<Object, String> parameter) {
        List<String> ends = new ArrayList<>();
        @Nullable Bound<?> low = range.low();
        @Nullable Bound<?> high = range.high();
        if (low != null) {
            ends.add(expression + (low.inclusive() ? " >= :" : " > :") + parameter.apply(low.value()));
        }
        if (high != null) {
            ends.add(expression + (high.inclusive() ? " <= :" : " < :") + parameter.apply(high.value()));
        }
        return ends.isEmpty() ? expression + " is not null" : "(" + String.join(" and ", ends) + ")";
    }

    static <T> String joined(Collection<T> items, String by, Function<T, String> sql) {
        return items.isEmpty() ? "false" : items.stream().map(sql).collect(Collectors.joining(by, "(", ")"));
    }
}
