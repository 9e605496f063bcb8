package org.contacts4j.domain.filter;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/**
 * A filter over contacts. A contact matches if it meets all conditions of at least one group. A filter without groups
 * matches every contact. Every store must return exactly the contacts for which {@link #matches} is true.
 *
 * <p>{@code Filter.where(tags().contains("vip")).and(status().is(ACTIVE)).or(source().is("fair"))} matches active VIPs
 * and all contacts whose source is the fair.
 */
public record Filter(List<Group> groups) {

    public static final int MAX_GROUPS = 20;

    /** The maximum number of conditions in all groups together. */
    public static final int MAX_CONDITIONS = 50;

    /** Matches every contact. */
    public static final Filter NONE = new Filter(List.of());

    /** A group of conditions that must all be true. */
    public record Group(List<Condition<?>> conditions) {

        public Group {
            conditions = List.copyOf(conditions);
        }

        public boolean matches(Contact contact) {
            return conditions.stream().allMatch(condition -> condition.matches(contact));
        }

        private Group and(Condition<?> condition) {
            List<Condition<?>> more = new ArrayList<>(conditions);
            more.add(condition);
            return new Group(more);
        }
    }

    public Filter {
        groups = List.copyOf(groups);
        int conditions =
                groups.stream().mapToInt(group -> group.conditions().size()).sum();
        if (groups.size() > MAX_GROUPS || conditions > MAX_CONDITIONS) {
            throw new ContactsFailure.InvalidFilter("query.groups", FilterReader.TOO_LARGE);
        }
    }

    /** Returns a filter with one condition. */
    public static Filter where(Condition<?> condition) {
        return NONE.or(condition);
    }

    /** Returns this filter with the condition added to its last group. */
    public Filter and(Condition<?> condition) {
        if (groups.isEmpty()) {
            return where(condition);
        }
        List<Group> changed = new ArrayList<>(groups);
        int last = groups.size() - 1;
        changed.set(last, groups.get(last).and(condition));
        return new Filter(changed);
    }

    /** Returns this filter with one more group, which starts with this condition. */
    public Filter or(Condition<?> condition) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(List.of(condition)));
        return new Filter(more);
    }

    /** Returns whether the contact matches this filter. */
    public boolean matches(Contact contact) {
        return groups.isEmpty() || groups.stream().anyMatch(group -> group.matches(contact));
    }

    /** Returns whether this filter has no groups and therefore matches every contact. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /**
     * Parses a filter from plain data: {@code {"groups": [{"conditions": [{"field", "op", "value"}]}]}}. Adds a
     * validation error for every problem. Callers must not use the result if errors were added.
     *
     * @param query null for no filter, which matches every contact
     * @param path the location in the input for validation errors, such as {@code query}
     */
    public static Filter read(@Nullable Object query, String path, CustomFieldTypes types, Faults faults) {
        return new FilterReader(types, faults).read(query, path);
    }
}
