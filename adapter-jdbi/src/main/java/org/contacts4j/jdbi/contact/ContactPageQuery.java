package org.contacts4j.jdbi.contact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page;
import org.contacts4j.application.Slice;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.query.ContactQuery;
import org.contacts4j.application.contact.query.ContactQuery.Conditions;
import org.contacts4j.application.contact.query.ContactQuery.Counting;
import org.contacts4j.application.contact.query.StatusCounts;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.SearchText;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.counter.RecordCounters;
import org.contacts4j.jdbi.filter.FilterClause;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.query.RowsWithTotal;
import org.contacts4j.jdbi.sql.LikePattern;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Reads a page of contacts: one statement for its rows, and at most one for the total. */
final class ContactPageQuery {

    private static final ContactRow ROW = new ContactRow();

    private final UnitOfWork unitOfWork;
    private final OrganizationId organization;
    private final Visibility visibility;

    ContactPageQuery(UnitOfWork unitOfWork, OrganizationId organization, Visibility visibility) {
        this.unitOfWork = unitOfWork;
        this.organization = organization;
        this.visibility = visibility;
    }

    Page<Contact> of(ContactQuery query) {
        RowsWithTotal<Contact> found = found(query);
        return Page.of(
                found.rows(),
                query.slice().limit(),
                found.total(),
                contact -> query.order()
                        .positionOf(
                                contact.name().full(),
                                contact.revision(),
                                contact.id().value()));
    }

    /** Returns the contacts of a company in creation order. */
    Page<ContactAtCompany> atCompany(CompanyId company, Slice slice) {
        Order order = new Order(Order.Key.CREATED_AT, false);
        List<ContactAtCompany> found = matching(Conditions.ofCompany(company))
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

    StatusCounts counts(Conditions conditions) {
        boolean kept = hasStoredCounts(conditions);
        Map<String, Long> found = kept
                ? new RecordCounters(unitOfWork).totals(organization, counterKind(conditions.statuses()))
                : matching(conditions).countUpToCapBy("status");
        Map<ContactStatus, Long> counts = new EnumMap<>(ContactStatus.class);
        for (ContactStatus status : ContactStatus.values()) {
            counts.put(status, found.getOrDefault(kept ? JdbiContacts.counterKind(status) : EnumNames.of(status), 0L));
        }
        return StatusCounts.of(counts, kept);
    }

    private boolean hasStoredCounts(Conditions conditions) {
        return conditions.narrowByStatusAlone() && visibility instanceof Visibility.Everything;
    }

    private RowsWithTotal<Contact> found(ContactQuery query) {
        Conditions conditions = query.conditions();
        ListQuery list = matching(conditions);
        String columns = ContactRow.columns(visibility);
        if (!query.counted()) {
            return new RowsWithTotal<>(list.rows(columns, ContactRow.COMPANY, query.order(), query.slice(), ROW), null);
        }
        if (hasStoredCounts(conditions)) {
            List<String> kinds = counterKind(conditions.statuses());
            return list.rowsWithStoredCount(kinds, columns, ContactRow.COMPANY, query.order(), query.slice(), ROW);
        }
        RowsWithTotal<Contact> found = list.countedRows(columns, ContactRow.COMPANY, query.order(), query.slice(), ROW);
        return query.counting() == Counting.FULL ? countedInFull(found, conditions) : found;
    }

    /** Counts all rows only if the bounded count reached its limit. Most bounded counts are already exact. */
    private RowsWithTotal<Contact> countedInFull(RowsWithTotal<Contact> found, Conditions conditions) {
        return found.isExact()
                ? found
                : new RowsWithTotal<>(found.rows(), matching(conditions).countAll());
    }

    /** Returns the counter kinds of the statuses, or of all statuses when none is given. */
    private static List<String> counterKind(Collection<ContactStatus> statuses) {
        Collection<ContactStatus> counted = statuses.isEmpty() ? Arrays.asList(ContactStatus.values()) : statuses;
        return counted.stream().map(JdbiContacts::counterKind).toList();
    }

    private ListQuery matching(Conditions conditions) {
        ListQuery list = new ListQuery(unitOfWork, "contact", organization);
        new VisibilityClause(unitOfWork, organization, visibility).narrow(list);
        list.bindColumns(parameters -> VisibilityClause.bindId(visibility, parameters));
        narrowByRecord(list, conditions);
        if (!conditions.selection().isEmpty()) {
            list.useCustomPlan();
            new SelectionClause(conditions.selection()).narrow(list);
        }
        if (conditions.assignedTo() != null) {
            String member = conditions.assignedTo().value();
            list.whereIndexed(
                    unitOfWork.database().containsAll("r.assigned_to", "assignedTo"),
                    parameters -> parameters.texts("assignedTo", List.of(member)));
        }
        if (conditions.team() != null) {
            String team = conditions.team().value();
            list.whereIndexed(
                    unitOfWork.database().containsAll("r.teams", "team"),
                    parameters -> parameters.texts("team", List.of(team)));
        }
        if (!conditions.tags().isEmpty()) {
            list.whereIndexed(
                    unitOfWork.database().containsAll("r.tag_keys", "tags"),
                    parameters -> parameters.texts("tags", ContactColumns.tagKeys(conditions.tags())));
        }
        if (conditions.text() != null) {
            narrowByText(list, SearchText.searchTerms(conditions.text()));
            list.useCustomPlan();
        }
        if (!conditions.filter().isEmpty()) {
            list.useCustomPlan();
            new FilterClause(unitOfWork.database(), organization, conditions.filter()).narrow(list);
        }
        return list;
    }

    /** Narrows by text in two steps: an index finds rows with most of the text, then the full text is compared. */
    private void narrowByText(ListQuery list, List<String> searchTerms) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < searchTerms.size(); i++) {
            conditions.add("(r.search_text like :most%1$d escape '!' and position(:needle%1$d in r.search_text) > 0)"
                    .formatted(i));
        }
        String any = "(" + String.join(" or ", conditions) + ")";
        Consumer<StatementParameters> binding = parameters -> {
            for (int i = 0; i < searchTerms.size(); i++) {
                parameters
                        .text("most" + i, LikePattern.containingApproximately(searchTerms.get(i)))
                        .text("needle" + i, searchTerms.get(i));
            }
        };
        if (unitOfWork.database().indexesTexts() && searchTerms.stream().allMatch(LikePattern::hasTrigram)) {
            list.whereIndexed(any, binding);
        } else {
            list.where(any, binding);
        }
    }

    private void narrowByRecord(ListQuery list, Conditions conditions) {
        if (!conditions.statuses().isEmpty()) {
            List<String> words =
                    conditions.statuses().stream().map(EnumNames::of).toList();
            list.whereUnselective("r.status = any(:statuses)", parameters -> parameters.texts("statuses", words));
        }
        @Nullable CompanyId company = conditions.company();
        if (company != null) {
            list.whereColumn(
                    "r.company_id = :company",
                    Order.Key.NAME,
                    parameters -> parameters.uuid("company", company.value()));
        }
        if (conditions.department() != null) {
            list.whereColumn(
                    "r.department = :department",
                    Order.Key.NAME,
                    parameters -> parameters.text("department", conditions.department()));
        }
        @Nullable ContactMethod method = conditions.preferredMethod();
        if (method != null) {
            list.whereColumn(
                    "r.preferred_method = :method", Order.Key.NAME, parameters -> parameters.word("method", method));
        }
        if (conditions.withManager()) {
            list.whereIndexed("r.reports_to is not null", parameters -> {});
            narrowToVisibleManagers(list);
        }
    }

    private void narrowToVisibleManagers(ListQuery list) {
        if (visibility instanceof Visibility.AssignedTo) {
            list.where(
                    VisibilityClause.ofId("r.reports_to") + " is not null",
                    parameters -> VisibilityClause.bindId(visibility, parameters));
        }
    }
}
