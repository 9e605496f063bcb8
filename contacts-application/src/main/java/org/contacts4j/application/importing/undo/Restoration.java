package org.contacts4j.application.importing.undo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.ContactChecks;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.application.importing.undo.KeptContact.Reason;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/** Restores contacts that an import updated, each in one change. */
final class Restoration {

    private final Transaction tx;
    private final Caller caller;
    private final OrganizationId organization;
    private final ContactChecks checks;
    private final PhoneNumbers phoneNumbers;
    private final ContactChanges changes;

    Restoration(Transaction tx, Caller caller, EmailRule emails, PhoneNumbers phoneNumbers, ContactChanges changes) {
        this.tx = tx;
        this.caller = caller;
        this.organization = caller.organization();
        this.checks = new ContactChecks(emails, new StoredLookups(tx, caller));
        this.phoneNumbers = phoneNumbers;
        this.changes = changes;
    }

    /**
     * Restores a contact to its values before these events.
     *
     * @param own the update events of the contact by the import
     * @param undone update events of the contact by other imports that were undone, and by their undo
     * @return why the contact is kept as it is; null if it is restored
     */
    @Nullable
    Reason restore(ContactId id, List<ContactEvent> own, List<ContactEvent> undone, Instant now) {
        Optional<Contact> found = tx.contacts().lock(organization, caller.visibility(), id);
        if (found.isEmpty() || own.isEmpty()) {
            return Reason.DELETED;
        }
        Contact current = found.get();
        long first = own.stream().mapToLong(ContactEvent::version).min().orElseThrow();
        List<ContactEvent> latestFirst = Stream.concat(own.stream(), undone.stream())
                .filter(event -> event.version() >= first)
                .sorted(Comparator.comparingLong(ContactEvent::version).reversed())
                .toList();
        if (!areAllChanges(latestFirst, first, current)) {
            return Reason.CHANGED;
        }
        Contact former = current;
        for (ContactEvent event : latestFirst) {
            former = event.revert(former);
        }
        return former.equals(current) ? null : store(current, former.touched(caller.signedIn(), now));
    }

    /** Returns whether the events are all changes of the contact since that version. Each has a version of its own. */
    private static boolean areAllChanges(List<ContactEvent> events, long first, Contact current) {
        long version = current.revision().version();
        return events.get(0).version() == version && events.size() == version - first + 1;
    }

    private @Nullable Reason store(Contact current, Contact former) {
        if (isPrimaryOfLaterCompany(current, former)) {
            return Reason.IN_USE;
        }
        if (checks.otherWithCode(current, former).isPresent()) {
            return Reason.CODE_TAKEN;
        }
        if (!checks.othersWithEmails(current, former).isEmpty()) {
            return Reason.EMAIL_TAKEN;
        }
        Contact placed;
        try {
            placed = checks.checkReferences(references(current, former), former);
        } catch (ContactsFailure.CompanyNotFound gone) {
            return Reason.COMPANY_DELETED;
        } catch (ContactsFailure.Invalid invalid) {
            return Reason.MANAGER_UNAVAILABLE;
        }
        changes.moved(current, placed);
        forgetMatchKeys(current, placed);
        return null;
    }

    private boolean isPrimaryOfLaterCompany(Contact current, Contact former) {
        @Nullable CompanyId company = current.job().companyId();
        return company != null
                && ContactField.COMPANY.differs(current, former)
                && tx.companies()
                        .lockWithPrimary(organization, company, current.id())
                        .isPresent();
    }

    /** Returns a patch with the company and the manager, as far as they change, for the checks of a patch. */
    private static Patch<Contact> references(Contact current, Contact former) {
        Patch<Contact> references = Patch.empty();
        if (ContactField.COMPANY.differs(current, former) && former.job().companyId() != null) {
            references = references.set(
                    ContactField.COMPANY, Objects.requireNonNull(former.job().companyId()));
        }
        if (ContactField.REPORTS_TO.differs(current, former) && former.job().reportsTo() != null) {
            references = references.set(
                    ContactField.REPORTS_TO, Objects.requireNonNull(former.job().reportsTo()));
        }
        return references;
    }

    /** Deletes the former match keys that the import remembered: the contact has them again. */
    private void forgetMatchKeys(Contact current, Contact restored) {
        Set<String> again =
                MatchKey.lost(MatchCandidate.of(restored, phoneNumbers), MatchCandidate.of(current, phoneNumbers));
        if (!again.isEmpty()) {
            tx.matchCandidates().forget(organization, Map.of(restored.id(), again));
        }
    }

    private record StoredLookups(Transaction tx, Caller caller) implements ContactChecks.Lookups {}
}
