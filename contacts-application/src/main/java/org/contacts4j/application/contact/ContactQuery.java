package org.contacts4j.application.contact;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page.Total;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Rules;
import org.contacts4j.domain.TeamId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.SearchText;
import org.contacts4j.domain.filter.Filter;
import org.jspecify.annotations.Nullable;

/** Which contacts are wanted, in what order, how many at once, and how far all that match are counted. */
public record ContactQuery(Conditions conditions, Order order, Slice slice, Counting counting) {

    /** How far contacts are counted. */
    public enum Counting {
        /** Not at all: there is no total. */
        NONE,
        /** As far as a total is quickly found: see {@link Total#COUNTED_AT_MOST}. */
        BOUNDED,
        /** To the last of them: the total is exact. */
        FULL
    }

    /** A query whose matches are counted as far as that is quick, or not at all. */
    public ContactQuery(Conditions conditions, Order order, Slice slice, boolean counted) {
        this(conditions, order, slice, counted ? Counting.BOUNDED : Counting.NONE);
    }

    /** The first contacts by name that meet these conditions, with their total. */
    public static ContactQuery of(Conditions conditions, Slice slice) {
        return new ContactQuery(conditions, Order.BY_NAME, slice, true);
    }

    /** The first contacts of all by name, with their total. */
    public static ContactQuery first(int limit) {
        return of(Conditions.NONE, Slice.first(limit));
    }

    /** The same query without a total. */
    public ContactQuery uncounted() {
        return new ContactQuery(conditions, order, slice, Counting.NONE);
    }

    /** Whether a total is wanted. */
    public boolean counted() {
        return counting != Counting.NONE;
    }

    /**
     * What a contact must be. Conditions that are null or empty do not narrow; all others must hold.
     *
     * @param statuses any of these
     * @param department exactly this one
     * @param tags all of these, ignoring case
     * @param text what {@link SearchText} must contain, ignoring case and accents
     * @param withManager only contacts that report to somebody
     * @param filter what {@link Filter#matches} must be true of
     * @param team assigned to this one
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

        /** Text that no store can hold is refused here: databases fail on it instead of finding nothing. */
        private static void refuseUnusable(Stream<String> texts) {
            Faults faults = new Faults();
            texts.forEach(value -> Rules.checkText(value, Rules.PROSE, "query", faults));
            faults.throwIfAny();
        }

        /** Begins with conditions that narrow nothing. */
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

        /** Contacts that report to somebody; of one company, or of all when {@code company} is null. */
        public static Conditions reporting(@Nullable CompanyId company) {
            return builder().company(company).withManager().build();
        }

        /** Contacts with this text in their name, e-mails, phones or company. */
        public static Conditions containing(String text) {
            return builder().text(text).build();
        }

        /** Contacts that match a filter, and that have the text in their name, e-mails, phones or company. */
        public static Conditions matching(Filter filter, @Nullable String text) {
            return builder().filter(filter).text(text).build();
        }

        /** Contacts that match a filter. */
        public static Conditions matching(Filter filter) {
            return builder().filter(filter).build();
        }

        /** Contacts that match a filter, and are among those chosen. */
        public static Conditions among(Selection selection, Filter filter) {
            return builder().selection(selection).filter(filter).build();
        }

        /** Whether nothing but the status narrows the list. */
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

        /** Whether the contact meets the conditions: what every store must answer alike. */
        public boolean areMetBy(Contact contact) {
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
