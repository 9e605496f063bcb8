package org.contacts4j.application.personaldata;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.ContentRemoval;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.application.link.Links;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Collects everything stored about the person of a contact, and erases it (GDPR articles 15 and 17). Both also work for
 * a contact that was deleted, whose events remain.
 */
public final class PersonalDataService {

    private static final int MAX = PersonalData.MAX_ITEMS;
    private static final int ATTEMPTS = 10;

    private final CurrentStore store;
    private final @Nullable Links elsewhere;
    private final Contents contents;
    private final Clock clock;
    private final Ids ids;
    private final AuditTrail trail;

    /**
     * Creates a service.
     *
     * @param elsewhere the external source of links; null for the links of the store
     */
    public PersonalDataService(
            CurrentStore store, @Nullable Links elsewhere, Contents contents, Clock clock, Ids ids, AuditTrail trail) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.contents = contents;
        this.clock = clock;
        this.ids = ids;
        this.trail = trail;
    }

    /**
     * Checks that the caller may collect personal data: a member or an administrator who sees all contacts. The result
     * contains records that others may not see, such as failed rows of imports.
     *
     * @throws ContactsFailure.Forbidden if the caller may not
     */
    public static void requireCollector(Caller caller) {
        caller.requireWrite();
        if (caller.isRestricted()) {
            throw new ContactsFailure.Forbidden(
                    "Reading everything about a person takes a member who sees all contacts.");
        }
    }

    /**
     * Checks that the caller may erase a person: an administrator who sees all contacts.
     *
     * @throws ContactsFailure.Forbidden if the caller may not
     */
    public static void requireEraser(Caller caller) {
        caller.requireAdministrator("everything that is stored about a person");
        caller.requireFullVisibility("Erasing a person");
    }

    /**
     * Returns everything stored about the person of a contact.
     *
     * @throws ContactsFailure.ContactNotFound if there never was such a contact, or it was erased
     * @throws ContactsFailure.Forbidden if the caller is a viewer or restricted to assigned contacts
     */
    public PersonalData collect(Caller caller, ContactId id) {
        requireCollector(caller);
        OrganizationId organization = caller.organization();
        PersonalData stored = store.write(caller, tx -> {
            PersonalData found = new PersonRecords(tx, organization, id).collect();
            trail.append(tx, caller, AuditAction.PERSONAL_DATA_COLLECTED, id);
            return found;
        });
        PersonSearch search = new PersonSearch(store, organization, Person.of(stored, store.phoneNumbers()));
        List<FailedRowOfJob> failedRows = search.failedRows(MAX);
        List<WarningOfJob> warnings = search.warnings(MAX);
        List<Mention> mentions = search.mentions(id, MAX);
        List<String> truncated = new ArrayList<>(stored.truncated());
        PersonRecords.addIfFull(truncated, "failedImportRows", failedRows);
        PersonRecords.addIfFull(truncated, "importWarnings", warnings);
        PersonRecords.addIfFull(truncated, "mentions", mentions);
        return new PersonalData(
                id,
                stored.contact(),
                elsewhere == null || stored.contact() == null ? stored.links() : elsewhere.of(organization, id),
                stored.comments(),
                stored.attachments(),
                stored.events(),
                stored.deliveries(),
                stored.formerMatchKeys(),
                failedRows,
                warnings,
                mentions,
                truncated);
    }

    /**
     * Erases the person of a contact. The contact is deleted with everything that belongs to it, all of its events and
     * deliveries, and the failed rows and warnings of imports that identify the person. One event remains; it contains the id, the
     * time and the member. Webhooks receive {@code contact.deleted} without a name and an e-mail address. Erasing again
     * changes nothing and returns the first erasure.
     *
     * @throws ContactsFailure.ContactNotFound if there never was such a contact
     * @throws ContactsFailure.Forbidden unless the caller is an administrator who sees all contacts
     * @throws ContactsFailure.ImportInProgress if an import of the organization has not ended
     */
    public Erasure erase(Caller caller, ContactId id) {
        requireEraser(caller);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Optional<Erasure> erasure = tryErase(caller, id);
            if (erasure.isPresent()) {
                return erasure.get();
            }
        }
        throw new ContactsFailure.Unavailable("Too many writers are changing this contact.");
    }

    /** Erases the person. Returns empty if the contact changed during the search: it may have a new name by now. */
    private Optional<Erasure> tryErase(Caller caller, ContactId id) {
        OrganizationId organization = caller.organization();
        Optional<Erasure> earlier = store.read(tx -> new PersonRecords(tx, organization, id).erasure());
        if (earlier.isPresent()) {
            return earlier;
        }
        PersonalData known = store.read(tx -> {
            PersonalData stored = new PersonRecords(tx, organization, id).collect();
            requireNoImport(tx, organization);
            return stored;
        });
        Person person = Person.of(known, store.phoneNumbers());
        PersonSearch search = new PersonSearch(store, organization, person);
        List<Mention> mentions = search.mentions(id, MAX);
        int failedRows = deleteFailedRows(organization, search);
        int warnings = deleteWarnings(organization, search);
        PersonErasure work = new PersonErasure(known, person, failedRows, warnings, mentions);
        Optional<Erasure> erasure = store.write(caller, tx -> {
            requireNoImport(tx, organization);
            Optional<Erasure> done = work.run(tx, caller, ids, clock.instant());
            done.ifPresent(erased -> trail.append(tx, caller, AuditAction.CONTACT_ERASED, id));
            return done;
        });
        if (erasure.isPresent()) {
            // Otherwise the cleanup of attachments does so within seconds.
            ContentRemoval removal = new ContentRemoval(store, contents);
            store.afterCommit(
                    () -> known.attachments().forEach(attachment -> removal.remove(organization, attachment.id())));
        }
        return erasure;
    }

    private int deleteFailedRows(OrganizationId organization, PersonSearch search) {
        return deleteAll(
                () -> search.failedRows(MAX),
                (tx, row) -> tx.importJobs()
                        .deleteFailure(
                                organization, row.job(), row.failed().row().number()));
    }

    private int deleteWarnings(OrganizationId organization, PersonSearch search) {
        return deleteAll(
                () -> search.warnings(MAX),
                (tx, warning) -> tx.importWarnings().delete(organization, warning.job(), warning.position()));
    }

    /** Deletes what a search finds until it finds nothing. */
    private <T> int deleteAll(Supplier<List<T>> search, BiConsumer<Transaction, T> delete) {
        int deleted = 0;
        for (List<T> found = search.get(); !found.isEmpty(); found = search.get()) {
            List<T> records = found;
            deleted += store.write(tx -> {
                records.forEach(record -> delete.accept(tx, record));
                return records.size();
            });
        }
        return deleted;
    }

    private static void requireNoImport(Transaction tx, OrganizationId organization) {
        if (tx.importJobs().isAnyOpen(organization)) {
            throw new ContactsFailure.ImportInProgress();
        }
    }
}
