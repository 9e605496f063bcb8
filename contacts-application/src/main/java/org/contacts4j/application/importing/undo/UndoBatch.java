package org.contacts4j.application.importing.undo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.audit.AuditTrail;
import org.contacts4j.application.contact.ContactEvents;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.contact.write.ContactChanges;
import org.contacts4j.application.contact.write.ContactChecks;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.undo.ImportChanges.Created;
import org.contacts4j.application.importing.undo.KeptContact.Reason;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A batch of the undo of one import, in one transaction. Deletes what the import created before it restores what the
 * import updated, since a created contact can have the former code of an updated one.
 */
final class UndoBatch {

    private static final int BATCH = 250;

    private final Transaction tx;
    private final Caller caller;
    private final OrganizationId organization;
    private final ImportId id;
    private final Clock clock;
    private final AuditTrail trail;
    private final ContactChanges changes;
    private final Restoration restoration;
    private final Map<ContactId, Reason> kept = new LinkedHashMap<>();
    private int removed;
    private int restored;

    UndoBatch(
            Transaction tx,
            Caller caller,
            ImportId id,
            EmailRule emails,
            PhoneNumbers phoneNumbers,
            Clock clock,
            Ids ids,
            AuditTrail trail) {
        this.tx = tx;
        this.caller = caller;
        this.organization = caller.organization();
        this.id = id;
        this.clock = clock;
        this.trail = trail;
        this.changes = new ContactChanges(tx, caller, ids);
        this.restoration = new Restoration(tx, caller, emails, phoneNumbers, changes);
        ContactChecks.lockEmails(tx, caller, emails);
        tx.matchCandidates().lock(organization);
    }

    /** Undoes the next changes. Returns the results so far, or empty if there was nothing left to undo. */
    Optional<ImportUndo> run(ImportUndo soFar) {
        Optional<Created> created = tx.importChanges().nextCreated(organization, id, BATCH);
        if (created.isPresent()) {
            removeAll(created.get());
        } else if (!restoreAll(tx.importChanges().nextUpdated(organization, id, BATCH))) {
            return Optional.empty();
        }
        tx.importChanges().addKept(organization, id, kept);
        return Optional.of(soFar.and(removed, restored, kept.size()));
    }

    private void removeAll(Created created) {
        List<ContactId> latestFirst = new ArrayList<>(created.contacts());
        Collections.reverse(latestFirst);
        Set<ContactId> unused = tx.importChanges().lockUnused(organization, latestFirst);
        Map<ContactId, List<UUID>> updates = tx.importChanges().updatesOf(organization, id, latestFirst);
        Map<ContactId, List<UUID>> undone = tx.importChanges().undoneOf(organization, latestFirst);
        for (ContactId contact : latestFirst) {
            int later = idsOf(updates, contact).size() + idsOf(undone, contact).size();
            count(contact, remove(contact, 1L + later, unused.contains(contact)), () -> removed++);
        }
        tx.importChanges().deleteCreated(organization, id, created);
        tx.importChanges().deleteUpdated(organization, id, updates.keySet());
    }

    private @Nullable Reason remove(ContactId id, long version, boolean isUnused) {
        Optional<Contact> contact = tx.contacts().lock(organization, caller.visibility(), id);
        if (contact.isEmpty()) {
            return Reason.DELETED;
        }
        if (contact.get().revision().version() != version) {
            return Reason.CHANGED;
        }
        if (!isUnused) {
            return Reason.IN_USE;
        }
        changes.deleted(contact.get(), clock.instant());
        trail.append(tx, caller, AuditAction.CONTACT_DELETED, id);
        return null;
    }

    private boolean restoreAll(Map<ContactId, List<UUID>> updates) {
        if (updates.isEmpty()) {
            return false;
        }
        Map<ContactId, List<UUID>> undone = tx.importChanges().undoneOf(organization, updates.keySet());
        Map<UUID, ContactEvent> events = events(updates, undone);
        if (events.values().stream().anyMatch(UndoBatch::changesManager)) {
            tx.contacts().lockReportingLines(organization);
        }
        updates.forEach((contact, ids) -> {
            List<ContactEvent> own = among(events, ids);
            List<ContactEvent> others = among(events, idsOf(undone, contact));
            count(contact, restoration.restore(contact, own, others, clock.instant()), () -> restored++);
        });
        tx.importChanges().deleteUpdated(organization, id, updates.keySet());
        tx.importChanges().addUndone(organization, id, undoneNow(updates));
        return true;
    }

    private Map<UUID, ContactEvent> events(Map<ContactId, List<UUID>> updates, Map<ContactId, List<UUID>> undone) {
        List<UUID> ids = Stream.of(updates, undone)
                .flatMap(map -> map.values().stream())
                .flatMap(List::stream)
                .toList();
        return tx.events().find(organization, updates.keySet(), ids).stream()
                .collect(Collectors.toMap(ContactEvent::id, Function.identity()));
    }

    /** Returns the events of the restored contacts that are without effect now. */
    private Map<ContactId, List<UUID>> undoneNow(Map<ContactId, List<UUID>> updates) {
        Map<ContactId, List<UUID>> undone = new LinkedHashMap<>();
        updates.forEach((contact, ids) -> {
            if (!kept.containsKey(contact)) {
                undone.put(contact, new ArrayList<>(ids));
            }
        });
        tx.appendedEvents().stream()
                .map(ContactEvents.Appended::event)
                .forEach(event -> undone.computeIfPresent(event.contact().id(), (contact, ids) -> {
                    ids.add(event.id());
                    return ids;
                }));
        return undone;
    }

    private static List<ContactEvent> among(Map<UUID, ContactEvent> events, List<UUID> ids) {
        return ids.stream().map(events::get).filter(Objects::nonNull).toList();
    }

    private static List<UUID> idsOf(Map<ContactId, List<UUID>> events, ContactId contact) {
        return events.getOrDefault(contact, List.of());
    }

    private static boolean changesManager(ContactEvent event) {
        return event.changes().containsKey(ContactField.REPORTS_TO.name());
    }

    private void count(ContactId contact, @Nullable Reason reason, Runnable undone) {
        if (reason == null) {
            undone.run();
        } else {
            kept.put(contact, reason);
        }
    }
}
