package org.contacts4j.jdbi.filter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Comparison.Bound;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Range;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.sql.OrganizationPrefix;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that {@link TagWeekKeys} answer, among filters that must all match: a tag, a creation time between two
 * bounds, and optionally a status.
 *
 * @param keys every contact that matches these conditions has at least one of these keys
 * @param time the condition on the time, since the keys contain only the week
 * @param others the filters that the keys do not cover
 */
record TagPeriodCondition(List<String> keys, Condition<?> time, List<Filter> others) {

    /** The limit above which combinations of weeks, statuses and tags are no longer selective. */
    private static final int MAX_KEYS = 200;

    private static final Set<String> STATUSES =
            Arrays.stream(ContactStatus.values()).map(EnumNames::of).collect(Collectors.toUnmodifiableSet());

    /**
     * Returns the tag and period condition of filters that must all match; empty when they have none, or when it needs
     * too many keys.
     */
    static Optional<TagPeriodCondition> of(OrganizationId organization, List<Filter> parts) {
        Optional<Condition<?>> tags = first(parts, Fields.tags(), c -> c.comparison() instanceof HasAny);
        Optional<Condition<?>> time = first(parts, Fields.createdAt(), c -> !weeks(c).isEmpty());
        if (tags.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Optional<Condition<?>> status = first(parts, Fields.status(), c -> c.comparison() instanceof OneOf)
                .or(() -> first(parts, Fields.statusText(), c -> c.comparison() instanceof OneOf));
        Set<String> wantedTags = ((HasAny) tags.get().comparison()).items();
        Set<String> wanted = status.map(TagPeriodCondition::statuses).orElse(STATUSES);
        Set<Long> weeks = weeks(time.get());
        if (weeks.size() * wanted.size() * wantedTags.size() > MAX_KEYS) {
            return Optional.empty();
        }
        List<Filter> others = new ArrayList<>(parts);
        Stream.of(tags, time, status).flatMap(Optional::stream).forEach(others::remove);
        return Optional.of(new TagPeriodCondition(keys(organization, weeks, wanted, wantedTags), time.get(), others));
    }

    private static Optional<Condition<?>> first(
            List<Filter> parts, FilterField<?> field, Predicate<Condition<?>> comparable) {
        return parts.stream()
                .<Condition<?>>flatMap(
                        part -> part instanceof Condition<?> condition ? Stream.of(condition) : Stream.of())
                .filter(condition -> condition.field().equals(field) && !condition.negated())
                .filter(comparable)
                .findFirst();
    }

    private static Set<String> statuses(Condition<?> status) {
        return ((OneOf<?>) status.comparison())
                .values().stream()
                        .map(word -> word instanceof ContactStatus constant ? EnumNames.of(constant) : (String) word)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the weeks that a time condition spans; empty when a range lacks a bound or spans too many weeks. */
    private static Set<Long> weeks(Condition<?> time) {
        Set<Long> weeks = new TreeSet<>();
        for (Range<?> range : ((Within<?>) time.comparison()).ranges()) {
            @Nullable Bound<?> low = range.low();
            @Nullable Bound<?> high = range.high();
            if (low == null || high == null) {
                return Set.of();
            }
            long from = TagWeekKeys.week((Instant) low.value());
            long to = TagWeekKeys.week((Instant) high.value());
            if (to - from > MAX_KEYS) {
                return Set.of();
            }
            LongStream.rangeClosed(from, to).forEach(weeks::add);
        }
        return weeks;
    }

    private static List<String> keys(
            OrganizationId organization, Set<Long> weeks, Set<String> statuses, Set<String> tags) {
        String owner = OrganizationPrefix.of(organization);
        return weeks.stream()
                .flatMap(week -> statuses.stream()
                        .flatMap(status -> tags.stream().map(tag -> TagWeekKeys.key(owner, week, status, tag))))
                .toList();
    }
}
