package org.contacts4j.jdbi.contact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.PageRequest.Counting;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.counter.RecordCounters;
import org.contacts4j.jdbi.filter.FilterClause;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.query.RowsWithTotal;
import org.contacts4j.jdbi.transaction.UnitOfWork;

/** Reads a page of contacts: one statement for its rows, and at most one for the total. */
final class ContactPageQuery {

    private static final ContactRow ROW = new ContactRow();

    private final UnitOfWork unitOfWork;
    private final OrganizationId organization;
    private final Visibility visibility;
    private final PhoneNumbers numbers;

    ContactPageQuery(UnitOfWork unitOfWork, OrganizationId organization, Visibility visibility, PhoneNumbers numbers) {
        this.unitOfWork = unitOfWork;
        this.organization = organization;
        this.visibility = visibility;
        this.numbers = numbers;
    }

    Page<Contact> page(Filter filter, PageRequest request) {
        RowsWithTotal<Contact> found = found(filter, request);
        return Page.of(
                found.rows(),
                request.slice().limit(),
                found.total(),
                contact -> request.order()
                        .positionOf(
                                contact.name().full(),
                                contact.revision(),
                                contact.id().value()));
    }

    /** Returns the contacts of a company in creation order. */
    Page<ContactAtCompany> atCompany(CompanyId company, Slice slice) {
        Order order = new Order(Order.Key.CREATED_AT, false);
        List<ContactAtCompany> found = matching(Fields.companyId().is(company))
                .rows(
                        ContactRow.columns(visibility) + ContactAtCompanyRow.IS_PRIMARY,
                        ContactRow.COMPANY,
                        order,
                        slice,
                        new ContactAtCompanyRow());
        return Page.of(
                found,
                slice.limit(),
                null,
                one -> order.positionOf(
                        "", one.contact().revision(), one.contact().id().value()));
    }

    StatusCounts counts(Filter filter) {
        Optional<List<String>> stored = counterKinds(filter);
        boolean kept = stored.isPresent();
        Map<String, Long> found = stored.map(kinds -> new RecordCounters(unitOfWork).totals(organization, kinds))
                .orElseGet(() -> matching(filter).countUpToCapBy("status"));
        Map<ContactStatus, Long> counts = new EnumMap<>(ContactStatus.class);
        for (ContactStatus status : ContactStatus.values()) {
            counts.put(status, found.getOrDefault(kept ? JdbiContacts.counterKind(status) : EnumNames.of(status), 0L));
        }
        return StatusCounts.of(counts, kept);
    }

    /** Returns the kinds of the stored counters that have the total of the list; empty if they do not have it. */
    private Optional<List<String>> counterKinds(Filter filter) {
        Optional<Set<ContactStatus>> statuses =
                visibility instanceof Visibility.Everything ? StatusCounts.countedBy(filter) : Optional.empty();
        return statuses.map(all -> all.stream().map(JdbiContacts::counterKind).toList());
    }

    private RowsWithTotal<Contact> found(Filter filter, PageRequest request) {
        String columns = ContactRow.columns(visibility);
        if (!request.isCounted()) {
            return new RowsWithTotal<>(
                    matching(filter).rows(columns, ContactRow.COMPANY, request.order(), request.slice(), ROW), null);
        }
        Optional<List<String>> stored = counterKinds(filter);
        if (stored.isPresent()) {
            return matching(filter)
                    .rowsWithStoredCount(
                            stored.get(), columns, ContactRow.COMPANY, request.order(), request.slice(), ROW);
        }
        RowsWithTotal<Contact> found =
                counted(filter).countedRows(columns, ContactRow.COMPANY, request.order(), request.slice(), ROW);
        return request.counting() == Counting.FULL ? countedInFull(found, filter) : found;
    }

    /** Counts all rows only if the bounded count reached its limit. Most bounded counts are already exact. */
    private RowsWithTotal<Contact> countedInFull(RowsWithTotal<Contact> found, Filter filter) {
        return found.isExact()
                ? found
                : new RowsWithTotal<>(found.rows(), matching(filter).countAll());
    }

    private ListQuery matching(Filter filter) {
        ListQuery list = visible();
        clause().narrow(list, filter);
        return list;
    }

    /** Returns a query for a page with its total. What a restricted member sees is always planned by its values. */
    private ListQuery counted(Filter filter) {
        if (!(visibility instanceof Visibility.Everything)) {
            return matching(filter);
        }
        ListQuery list = visible();
        clause().narrowCounted(list, filter, unitOfWork.trigramSample(), () -> matching(filter));
        return list;
    }

    private ListQuery visible() {
        ListQuery list = new ListQuery(unitOfWork, "contact", organization);
        new VisibilityClause(unitOfWork, organization, visibility).narrow(list);
        list.bindColumns(parameters -> VisibilityClause.bindId(visibility, parameters));
        return list;
    }

    private FilterClause clause() {
        return new FilterClause(unitOfWork.database(), organization, visibility, numbers);
    }
}
