package org.contacts4j.application.contact.query;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page.Total;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.SearchText;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** A query for contacts: conditions, order, slice, and how far matches are counted. */
public record ContactQuery(Conditions conditions, Order order, Slice slice, Counting counting) {

    /** How far matches are counted. */
    public enum Counting {
        /** Matches are not counted; there is no total. */
        NONE,
        /** Matches are counted up to {@link Total#COUNT_LIMIT}, as far as a count is fast. */
        BOUNDED,
        /** All matches are counted; the total is exact. */
        FULL
    }

    /** Creates a query with {@link Counting#BOUNDED} or, unless {@code counted}, without a total. */
    public ContactQuery(Conditions conditions, Order order, Slice slice, boolean counted) {
        this(conditions, order, slice, counted ? Counting.BOUNDED : Counting.NONE);
    }

    /** Returns a query for this slice of the contacts that meet the conditions, sorted by name, with their total. */
    public static ContactQuery of(Conditions conditions, Slice slice) {
        return new ContactQuery(conditions, Order.BY_NAME, slice, true);
    }

    /** Returns a query for the first contacts by name, with their total. */
    public static ContactQuery first(int limit) {
        return of(Conditions.NONE, Slice.first(limit));
    }

    /** Returns this query without a total. */
    public ContactQuery uncounted() {
        return new ContactQuery(conditions, order, slice, Counting.NONE);
    }

    /** Returns whether a total is requested. */
    public boolean counted() {
        return counting != Counting.NONE;
    }

    /**
     * The conditions of a query. A contact must meet all of them. Null or empty conditions match every contact.
     *
     * @param statuses any of these
     * @param department exactly this one
     * @param tags all of these, ignoring case
     * @param text the text that {@link SearchText} must contain, ignoring case and accents
     * @param withManager only contacts that report to a manager
     * @param filter the filter whose {@link Filter#matches} must be true
     * @param team assigned to this team
     * @param selection one of these
     */
    public record Conditions(
            Set<ContactStatus> statuses,
            @Nullable CompanyId company,
            @Nullable String department,
            @Nullable ContactMethod preferredMethod,
            @Nullable MemberId assignedTo,
            List<String> tags,
            @Nullable String text,
            boolean withManager,
            Filter filter,
            @Nullable TeamId team,
            Selection selection) {

        public static final Conditions NONE = new Conditions(
                Set.of(), null, null, null, null, List.of(), null, false, Filter.NONE, null, Selection.NONE);

        public Conditions {
            statuses = Set.copyOf(statuses);
            tags = List.copyOf(tags);
            text = text == null || text.isBlank() ? null : text;
            refuseUnusable(Stream.of(
                            Stream.ofNullable(text),
                            Stream.ofNullable(department),
                            tags.stream(),
                            selection.names().stream())
                    .flatMap(texts -> texts));
        }

        /** Rejects text that no store can hold. Databases would otherwise fail instead of finding nothing. */
        private static void refuseUnusable(Stream<String> texts) {
            Faults faults = new Faults();
            texts.forEach(value -> Rules.checkText(value, Rules.PROSE, "query", faults));
            faults.throwIfAny();
        }

        /** Returns a builder whose conditions match every contact. */
        public static ConditionsBuilder builder() {
            return new ConditionsBuilder();
        }

        public static Conditions ofCompany(CompanyId company) {
            return builder().company(company).build();
        }

        public static Conditions ofDepartment(String department) {
            return builder().department(department).build();
        }

        public static Conditions preferring(ContactMethod method) {
            return builder().preferredMethod(method).build();
        }

        /** Returns conditions for contacts with a manager, in one company or, if {@code company} is null, in all. */
        public static Conditions reporting(@Nullable CompanyId company) {
            return builder().company(company).withManager().build();
        }

        /** Returns conditions for contacts with this text in their name, e-mails, phones or company. */
        public static Conditions containing(String text) {
            return builder().text(text).build();
        }

        /**
         * Returns conditions for contacts that match the filter and have the text in their name, e-mails, phones or
         * company.
         */
        public static Conditions matching(Filter filter, @Nullable String text) {
            return builder().filter(filter).text(text).build();
        }

        /** Returns conditions for contacts that match the filter. */
        public static Conditions matching(Filter filter) {
            return builder().filter(filter).build();
        }

        /** Returns conditions for contacts that match the filter and belong to the selection. */
        public static Conditions among(Selection selection, Filter filter) {
            return builder().selection(selection).filter(filter).build();
        }

        /** Returns whether no condition other than the status is set. */
        public boolean narrowByStatusAlone() {
            return company == null
                    && department == null
                    && preferredMethod == null
                    && assignedTo == null
                    && tags.isEmpty()
                    && text == null
                    && !withManager
                    && filter.isEmpty()
                    && team == null
                    && selection.isEmpty();
        }

        /** Returns whether the contact meets the conditions. Every store must apply this rule. */
        public boolean matchesAll(Contact contact) {
            return (statuses.isEmpty() || statuses.contains(contact.status()))
                    && (company == null || company.equals(contact.job().companyId()))
                    && (department == null || department.equals(contact.job().department()))
                    && (preferredMethod == null
                            || preferredMethod == contact.communication().preferredMethod())
                    && (assignedTo == null || contact.assignment().members().contains(assignedTo))
                    && tags.stream().allMatch(contact::hasTag)
                    && (text == null || SearchText.matches(contact, text))
                    && (!withManager || contact.job().reportsTo() != null)
                    && filter.matches(contact)
                    && (team == null || contact.assignment().teams().contains(team))
                    && selection.matches(contact);
        }
    }
}
