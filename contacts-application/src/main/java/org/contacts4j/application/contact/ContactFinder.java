package org.contacts4j.application.contact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/** Answers the queries of GLAPI's contacts page: contacts by company, department, preferred method, and by manager. */
public final class ContactFinder {

    /** The maximum number of contacts in a result. */
    public static final int LIMIT = 1_000;

    private final CurrentStore store;

    public ContactFinder(CurrentStore store) {
        this.store = store;
    }

    /**
     * Returns the contacts of a company.
     *
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     */
    public Found ofCompany(Caller caller, CompanyId company) {
        return store.readReplica(caller, tx -> {
            requireCompany(tx, caller, company);
            return find(tx, caller, Fields.companyId().is(company));
        });
    }

    /** Returns the contacts of a department in all companies. The department's name is compared exactly. */
    public Found ofDepartment(Caller caller, String department) {
        return store.readReplica(
                caller, tx -> find(tx, caller, Fields.exactDepartment().is(department)));
    }

    /** Returns the contacts with this preferred contact method. */
    public Found preferring(Caller caller, ContactMethod method) {
        return store.readReplica(
                caller, tx -> find(tx, caller, Fields.preferredMethod().is(method)));
    }

    /**
     * Returns managers with their reports.
     *
     * @param company limits the result to contacts of this company; null for all companies
     * @throws ContactsFailure.CompanyNotFound if the company does not exist
     */
    public Hierarchy hierarchy(Caller caller, @Nullable CompanyId company) {
        return store.readReplica(caller, tx -> {
            Filter reports = Fields.manager().isNotEmpty();
            if (company != null) {
                requireCompany(tx, caller, company);
                reports = Fields.companyId().is(company).and(reports);
            }
            return Hierarchy.of(find(tx, caller, reports));
        });
    }

    private static Found find(Transaction tx, Caller caller, Filter filter) {
        Page<Contact> page = tx.contacts()
                .page(
                        caller.organization(),
                        caller.visibility(),
                        filter,
                        PageRequest.first(LIMIT).uncounted());
        return new Found(page.items(), page.next() != null);
    }

    private static void requireCompany(Transaction tx, Caller caller, CompanyId company) {
        if (tx.companies()
                .find(caller.organization(), caller.visibility(), company)
                .isEmpty()) {
            throw new ContactsFailure.CompanyNotFound();
        }
    }

    /**
     * The result of a query.
     *
     * @param contacts sorted by name
     * @param truncated whether more than {@link #LIMIT} contacts match
     */
    public record Found(List<Contact> contacts, boolean truncated) {}

    /**
     * Managers with their reports.
     *
     * @param reports the reports by manager, each list sorted by name; managers in the order of their first report's
     *     name
     * @param truncated whether there are more than {@link #LIMIT} reports
     */
    public record Hierarchy(Map<ContactId, List<Contact>> reports, boolean truncated) {

        static Hierarchy of(Found found) {
            Map<ContactId, List<Contact>> reports = new LinkedHashMap<>();
            for (Contact report : found.contacts()) {
                ContactId manager = report.job().reportsTo();
                if (manager != null) {
                    reports.computeIfAbsent(manager, m -> new ArrayList<>()).add(report);
                }
            }
            return new Hierarchy(reports, found.truncated());
        }
    }
}
