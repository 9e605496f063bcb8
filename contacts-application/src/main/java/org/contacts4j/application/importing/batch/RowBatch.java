package org.contacts4j.application.importing.batch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.attachment.upload.NewFiles;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.NewContact;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.ContactChecks;
import org.contacts4j.application.contact.write.VisibleContacts;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.application.importing.batch.PreparedRow.PreparedContact;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** A batch of import rows in one transaction. */
public final class RowBatch {

    private static final Fault UNKNOWN_ID = new Fault("id", "is not the id of a contact");
    private static final String NAMELESS =
            "is required; firstName, lastName, displayName, company, an e-mail or a phone will do as well";

    private final Transaction tx;
    private final Caller caller;
    private final OrganizationId organization;
    private final ImportOptions options;
    private final EmailRule emails;
    private final PhoneNumbers numbers;
    private final RowMerge merging;
    private final Clock clock;
    private final Ids ids;
    private final ImportCounts counts;
    private final EarlierRowKeys earlier;
    private final boolean again;
    private final PendingInserts pendingInserts;
    private final RowFiles files;
    private final LostKeys lost = new LostKeys();
    private Faults warnings = new Faults();
    private @Nullable ContactId contact;
    private DuplicateMatching matching;
    private MatchIndex index;
    private RowRules rules;

    /** @param again whether a previous attempt, whose response was lost, may have created the contacts of these rows */
    public RowBatch(
            Transaction tx,
            Caller caller,
            ImportOptions options,
            EmailRule emails,
            PhoneNumbers numbers,
            Clock clock,
            Ids ids,
            ImportCounts counts,
            EarlierRowKeys earlier,
            NewFiles newFiles,
            boolean again) {
        this.tx = tx;
        this.caller = caller;
        this.organization = caller.organization();
        this.options = options;
        this.emails = emails;
        this.numbers = numbers;
        this.merging = new RowMerge(caller, options, numbers);
        this.clock = clock;
        this.ids = ids;
        this.counts = counts;
        this.earlier = earlier;
        this.again = again;
        this.pendingInserts = new PendingInserts(tx, organization);
        this.files = new RowFiles(tx, organization, options.dryRun() ? null : newFiles, counts);
        this.matching = new DuplicateMatching(options.matchBy(), emails, List.of(), false);
        this.index = new MatchIndex(List.of(), Map.of(), Map.of());
        this.rules = new RowRules(tx, caller, emails, index, earlier);
    }

    /**
     * Applies the rows and counts their results.
     *
     * @throws NewFiles.Missing if the rows add files whose content is not stored yet
     */
    public void process(List<PreparedRow> candidates) {
        if (!options.dryRun()) {
            ContactChecks.lockEmails(tx, caller, emails);
            tx.matchCandidates().lock(organization);
            if (candidates.stream().anyMatch(c -> c.row().fields().touches(ContactField.REPORTS_TO))) {
                tx.contacts().lockReportingLines(organization);
            }
        }
        matching = new DuplicateMatching(options.matchBy(), emails, candidates, again);
        index = matching.index(tx, caller);
        rules = new RowRules(tx, caller, emails, index, earlier);
        candidates.forEach(this::processWithWarnings);
        files.requireStored();
        pendingInserts.write();
        files.attach();
        if (!options.dryRun()) {
            lost.write(tx, organization);
        }
    }

    /** Processes a row, and reports the warnings of a row that does not fail. */
    private void processWithWarnings(PreparedRow preparedRow) {
        warnings = new Faults();
        contact = null;
        int failed = counts.failures().size();
        process(preparedRow);
        if (counts.failures().size() == failed) {
            counts.warned(preparedRow.row(), contact, preparedRow.row().warnings());
            counts.warned(preparedRow.row(), contact, warnings.list());
        }
    }

    private void process(PreparedRow preparedRow) {
        PreparedContact prepared = preparedRow.prepared();
        Optional<ContactId> id = preparedRow.idIf(options.matchBy());
        if (prepared == null) {
            counts.unprepared(preparedRow);
            return;
        }
        if (index.has(prepared.contact().id())) {
            contact = prepared.contact().id();
            counts.created();
            return;
        }
        List<ContactId> matches =
                id.isPresent() ? id.filter(index::has).stream().toList() : index.find(prepared);
        if (matches.size() > 1 && options.updateExisting()) {
            counts.failed(preparedRow.row(), List.of(MatchReports.ambiguous(matches, "")));
        } else if (matches.size() > 1) {
            counts.skipped();
            warnings.addAll(List.of(MatchReports.ambiguous(matches, "the row was skipped; ")));
        } else if (!matches.isEmpty()) {
            processMatch(preparedRow, matches.get(0));
        } else if (id.isPresent()) {
            counts.failed(preparedRow.row(), List.of(UNKNOWN_ID));
        } else if (options.dryRun() && earlier.haveAnyOf(prepared.rowKeys())) {
            countMatchInFile(preparedRow, prepared);
        } else {
            create(preparedRow, prepared);
        }
    }

    private void countMatchInFile(PreparedRow preparedRow, PreparedContact prepared) {
        if (earlier.haveOtherName(prepared.rowKeys(), preparedRow.nameHash())) {
            warnings.addAll(List.of(MatchReports.otherThanEarlier()));
        }
        if (options.updateExisting()) {
            counts.updated();
        } else {
            counts.skipped();
        }
    }

    private void create(PreparedRow preparedRow, PreparedContact prepared) {
        Faults faults = new Faults();
        if (preparedRow.nameless()) {
            faults.add(ContactField.NAME.name(), NAMELESS);
        }
        try {
            Contact whole = rules.withCustomValues(
                    preparedRow, prepared.contact(), options.file().forms(), warnings);
            rules.checkUnique(null, whole, faults);
            Contact placed = rules.checkReferences(preparedRow.row().fields(), whole, faults);
            faults.throwIfAny();
            addCreated(preparedRow, prepared, placed);
            files.addToNew(placed, preparedRow.row());
        } catch (ContactsFailure.Invalid invalid) {
            counts.failed(preparedRow.row(), invalid.faults());
        }
    }

    private void addCreated(PreparedRow preparedRow, PreparedContact prepared, Contact created) {
        counts.created();
        contact = created.id();
        if (options.dryRun()) {
            earlier.add(prepared.allKeys(), preparedRow.nameHash());
        } else {
            index.put(prepared.known(), prepared.allKeys());
            pendingInserts.add(NewContact.of(created, prepared.eventId()));
        }
    }

    private void processMatch(PreparedRow preparedRow, ContactId id) {
        contact = id;
        if (!options.updateExisting()) {
            counts.skipped();
            MatchReports.skipped(preparedRow, index.get(id), numbers)
                    .ifPresent(fault -> warnings.addAll(List.of(fault)));
            return;
        }
        if (pendingInserts.have(id)) {
            pendingInserts.write();
        }
        Optional<Contact> before = options.dryRun()
                ? tx.contacts().find(organization, caller.visibility(), id)
                : tx.contacts().lock(organization, caller.visibility(), id);
        if (before.isEmpty()) {
            processUnmatched(id, preparedRow);
            return;
        }
        try {
            update(preparedRow, before.get());
        } catch (ContactsFailure failure) {
            counts.failed(preparedRow.row(), RowRules.faultsOf(failure));
        }
    }

    /** Processes a row whose contact was deleted after the batch looked it up as if the deletion had come first. */
    private void processUnmatched(ContactId gone, PreparedRow preparedRow) {
        index.forget(gone, matching.holders(tx, organization));
        process(preparedRow);
    }

    private void update(PreparedRow preparedRow, Contact before) {
        Patch<Contact> merged = merging.forUpdate(before, preparedRow.row().fields());
        if (merging.keepsDoNotContact(before, preparedRow.row().fields())) {
            warnings.add(ContactField.DO_NOT_CONTACT.name(), "stays true; clearDnc=true allows an import to clear it");
        }
        Patch<Contact> patch = rules.converted(
                before.customFields(),
                new VisibleContacts(tx, caller).changing(before, merged),
                options.file().forms(),
                warnings);
        Contact applied = before.apply(patch, caller.member(), clock.instant());
        boolean addsFiles = files.addTo(before.id(), preparedRow.row(), clock.instant());
        if (applied.equals(before)) {
            counts.matched(addsFiles);
            return;
        }
        Faults faults = new Faults();
        rules.checkUnique(before, applied, faults);
        faults.throwIfAny();
        Contact after = rules.checkReferences(patch, applied);
        if (!options.dryRun()) {
            new ContactChanges(tx, caller, ids).moved(before, after);
        }
        changed(preparedRow, MatchCandidate.of(before, numbers), MatchCandidate.of(after, numbers));
        counts.updated();
    }

    /** A code and an id identify a contact beyond doubt; a row that matches by them may rename it. */
    private void changed(PreparedRow preparedRow, MatchCandidate before, MatchCandidate after) {
        lost.note(index, before, after);
        if (preparedRow.idIf(options.matchBy()).isEmpty() && !preparedRow.isMatchedBy(MatchKey.CODE)) {
            MatchReports.renamed(before, after, numbers).ifPresent(fault -> warnings.addAll(List.of(fault)));
        }
    }
}
