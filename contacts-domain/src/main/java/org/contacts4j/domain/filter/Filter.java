package org.contacts4j.domain.filter;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted: those that match any group of conditions, all conditions of the group; every contact when
 * there is no group. {@link #matches} is what every store must answer.
 *
 * <p>{@code Filter.where(tags().contains("vip")).and(status().is(ACTIVE)).or(source().is("fair"))} wants active VIPs, and
 * whoever came from the fair.
 */
public record Filter(List<Group> groups) {

    public static final int MAX_GROUPS = 20;

    /** The most conditions, of all groups together. */
    public static final int MAX_CONDITIONS = 50;

    /** Matches every contact. */
    public static final Filter NONE = new Filter(List.of());

    /** Conditions that must all be true. */
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

    /** A filter of one condition. */
    public static Filter where(Condition<?> condition) {
        return NONE.or(condition);
    }

    /** This filter, whose last group also wants this condition. */
    public Filter and(Condition<?> condition) {
        if (groups.isEmpty()) {
            return where(condition);
        }
        List<Group> changed = new ArrayList<>(groups);
        int last = groups.size() - 1;
        changed.set(last, groups.get(last).and(condition));
        return new Filter(changed);
    }

    /** This filter with one more group, which begins with this condition. */
    public Filter or(Condition<?> condition) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(List.of(condition)));
        return new Filter(more);
    }

    /** Whether the contact is wanted. */
    public boolean matches(Contact contact) {
        return groups.isEmpty() || groups.stream().anyMatch(group -> group.matches(contact));
    }

    /** Whether it wants anything at all. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /**
     * The filter that plain data describes: {@code {"groups": [{"conditions": [{"field", "op", "value"}]}]}}. Adds a fault
     * for everything wrong with it; the filter is not to be used then.
     *
     * @param query null when there is none, which wants every contact
     * @param path where it stands in the input, for the faults: {@code query}
     */
    public static Filter read(@Nullable Object query, String path, CustomFieldTypes types, Faults faults) {
        return new FilterReader(types, faults).read(query, path);
    }
}
