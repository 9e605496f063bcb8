package org.contacts4j.domain.filter;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.SearchText;

/**
 * A filter over contacts: a condition, a search text, or a combination of filters. Every store must return exactly the
 * contacts for which {@link #matches} is true.
 *
 * <p>{@code tags().contains("vip").and(status().is(ACTIVE)).or(source().is("fair"))} matches active VIPs and all
 * contacts whose source is the fair. {@link Fields} has the fields.
 */
public sealed interface Filter permits Condition, Filter.And, Filter.Or, Filter.Not, Filter.Search {

    /** The maximum number of alternatives. */
    int MAX_GROUPS = 20;

    /** The maximum number of conditions. */
    int MAX_CONDITIONS = 50;

    /** The validation error of a filter above these limits. */
    String TOO_LARGE = "must not be more than " + MAX_GROUPS + " groups with " + MAX_CONDITIONS + " conditions in all";

    /**
     * Returns whether the contact matches this filter.
     *
     * @param numbers compares phone numbers
     */
    boolean matches(Contact contact, PhoneNumbers numbers);

    /**
     * Returns a filter that matches where both this and the other filter match.
     *
     * @throws ContactsFailure.InvalidFilter if it has more than {@link #MAX_CONDITIONS} conditions
     */
    default Filter and(Filter other) {
        return allOf(List.of(this, other));
    }

    /**
     * Returns a filter that matches where this or the other filter matches.
     *
     * @throws ContactsFailure.InvalidFilter if it has more than {@link #MAX_GROUPS} alternatives or {@link
     *     #MAX_CONDITIONS} conditions
     */
    default Filter or(Filter other) {
        return anyOf(List.of(this, other));
    }

    /** Returns a filter that matches where this one does not. */
    default Filter not() {
        return new Not(this);
    }

    /** Returns the filter that matches every contact. */
    static Filter matchAll() {
        return new And(List.of());
    }

    /** Returns a filter that matches where all of these match. An empty list matches every contact. */
    static Filter allOf(List<? extends Filter> filters) {
        List<Filter> parts = new ArrayList<>();
        filters.forEach(filter -> parts.addAll(filter.conjuncts()));
        return parts.size() == 1 ? parts.get(0) : new And(parts);
    }

    /** Returns a filter that matches where at least one of these matches. An empty list matches no contact. */
    static Filter anyOf(List<? extends Filter> filters) {
        List<Filter> parts = new ArrayList<>();
        filters.forEach(filter -> parts.addAll(filter instanceof Or or ? or.parts() : List.of(filter)));
        return parts.size() == 1 ? parts.get(0) : new Or(parts);
    }

    /** Returns the filters that must all match. Empty for {@link #matchAll()}. */
    default List<Filter> conjuncts() {
        return this instanceof And and ? and.parts() : List.of(this);
    }

    /** Matches where all parts match. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
            checkSize(parts);
        }

        @Override
        public boolean matches(Contact contact, PhoneNumbers numbers) {
            return parts.stream().allMatch(part -> part.matches(contact, numbers));
        }
    }

    /** Matches where at least one part matches. */
    record Or(List<Filter> parts) implements Filter {
        public Or {
            parts = List.copyOf(parts);
            checkSize(parts);
            if (parts.size() > MAX_GROUPS) {
                throw tooLarge();
            }
        }

        @Override
        public boolean matches(Contact contact, PhoneNumbers numbers) {
            return parts.stream().anyMatch(part -> part.matches(contact, numbers));
        }
    }

    /** Matches where the other filter does not. */
    record Not(Filter filter) implements Filter {
        @Override
        public boolean matches(Contact contact, PhoneNumbers numbers) {
            return !filter.matches(contact, numbers);
        }

        @Override
        public Filter not() {
            return filter;
        }
    }

    /** Matches contacts whose names, e-mail addresses, phones or company contain each word ({@link SearchText#words}). */
    record Search(String text) implements Filter {
        @Override
        public boolean matches(Contact contact, PhoneNumbers numbers) {
            return SearchText.matches(contact, text, numbers);
        }
    }

    /** Returns the number of conditions. Search texts are not counted. */
    private static int sizeOf(Filter filter) {
        if (filter instanceof Not not) {
            return sizeOf(not.filter());
        }
        if (filter instanceof Or or) {
            return sizeOf(or.parts());
        }
        return filter instanceof And and ? sizeOf(and.parts()) : filter instanceof Condition ? 1 : 0;
    }

    private static int sizeOf(List<Filter> parts) {
        return parts.stream().mapToInt(Filter::sizeOf).sum();
    }

    private static void checkSize(List<Filter> parts) {
        if (sizeOf(parts) > MAX_CONDITIONS) {
            throw tooLarge();
        }
    }

    private static ContactsFailure tooLarge() {
        return new ContactsFailure.InvalidFilter("query.groups", TOO_LARGE);
    }
}
