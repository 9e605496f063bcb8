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
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.filter.Comparison.HasAny;
import org.contacts4j.domain.filter.Comparison.OneOf;
import org.contacts4j.domain.filter.Comparison.Within;
import org.contacts4j.domain.filter.Condition;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.filter.Range;
import org.contacts4j.jdbi.OrganizationPrefix;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a group that {@link TagWeekKeys} answer: a tag, a time of creation between two ends, perhaps a status.
 *
 * @param keys whoever meets these conditions has one of them
 * @param time the condition on the time, of which the keys know the week alone
 * @param others the group's conditions that the keys say nothing of
 */
record TagPeriodCondition(List<String> keys, Condition<?> time, List<Condition<?>> others) {

    /** So many weeks, statuses and tags are no longer selective. */
    private static final int MAX_KEYS = 200;

    private static final Set<String> STATUSES =
            Arrays.stream(ContactStatus.values()).map(EnumNames::of).collect(Collectors.toUnmodifiableSet());

    /** The span that a group wants; empty when there is none, or none that is short. */
    static Optional<TagPeriodCondition> of(OrganizationId organization, Filter.Group group) {
        Optional<Condition<?>> tags = first(group, Fields.tags(), c -> c.comparison() instanceof HasAny);
        Optional<Condition<?>> time = first(group, Fields.createdAt(), c -> !weeks(c).isEmpty());
        Optional<Condition<?>> status = first(group, Fields.status(), c -> c.comparison() instanceof OneOf);
        if (tags.isEmpty() || time.isEmpty()) {
            return Optional.empty();
        }
        Set<String> wantedTags = ((HasAny) tags.get().comparison()).items();
        Set<String> wanted = status.map(c -> ((OneOf) c.comparison()).texts()).orElse(STATUSES);
        Set<Long> weeks = weeks(time.get());
        if (weeks.size() * wanted.size() * wantedTags.size() > MAX_KEYS) {
            return Optional.empty();
        }
        List<Condition<?>> others = new ArrayList<>(group.conditions());
        Stream.of(tags, time, status).flatMap(Optional::stream).forEach(others::remove);
        return Optional.of(new TagPeriodCondition(keys(organization, weeks, wanted, wantedTags), time.get(), others));
    }

    private static Optional<Condition<?>> first(
            Filter.Group group, FilterField<?> field, Predicate<Condition<?>> comparable) {
        return group.conditions().stream()
                .filter(condition -> condition.field().equals(field) && !condition.negated())
                .filter(comparable)
                .findFirst();
    }

    /** The weeks that a condition on a time spans; none when it has but one end, or when they are many. */
    private static Set<Long> weeks(Condition<?> time) {
        Set<Long> weeks = new TreeSet<>();
        for (Range<?> range : ((Within<?>) time.comparison()).ranges()) {
            Range.@Nullable Bound<?> low = range.low();
            Range.@Nullable Bound<?> high = range.high();
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
