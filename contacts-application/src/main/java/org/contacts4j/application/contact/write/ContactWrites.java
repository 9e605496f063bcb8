package org.contacts4j.application.contact.write;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.contacts4j.application.CurrentStore;
import org.contacts4j.application.Ids;
import org.contacts4j.application.Transaction;
import org.contacts4j.application.contact.CreationContext;
import org.contacts4j.application.contact.EmailRule;
import org.contacts4j.application.member.Directory;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.jspecify.annotations.Nullable;

/** Creates and changes contacts, together with further work of a service in the same transaction. */
public final class ContactWrites {

    private final CurrentStore store;
    private final Clock clock;
    private final Ids ids;
    private final Directory directory;
    private final EmailRule emails;

    public ContactWrites(CurrentStore store, Clock clock, Ids ids, Directory directory, EmailRule emails) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.directory = directory;
        this.emails = emails;
    }

    /**
     * Creates a contact. A contact created by a restricted caller is assigned to that caller.
     *
     * @param furtherWork further work, which receives the new contact and the transaction
     * @throws ContactsFailure as {@link org.contacts4j.application.contact.ContactService#create} does
     */
    public Contact create(Caller caller, Patch<Contact> fields, BiConsumer<Transaction, Contact> furtherWork) {
        caller.requireWrite();
        Patch<Contact> assigned = caller.isRestricted() ? assignedToCaller(caller, fields, List.of()) : fields;
        ContactId id = new ContactId(ids.next());
        Contact created = store.write(caller, tx -> {
            ContactChecks.lockEmails(tx, caller, emails, assigned);
            @Nullable
            CompanyId company = assigned.changeOf(ContactField.COMPANY).valueOrNull();
            CreationContext context = tx.contacts().creationContext(caller.organization(), company);
            ContactChecks checks = new ContactChecks(emails, new CreationLookups(tx, caller, context));
            Patch<Contact> checked = checks.customValues(Map.of(), assigned);
            Contact sent = Contact.create(id, caller.organization(), checked, caller.signedIn(), clock.instant());
            Contact contact = checks.checkReferences(checked, sent);
            checks.requireUniqueCode(null, contact);
            checks.requireUniqueEmails(null, contact);
            tx.contacts().insert(caller.organization(), contact, ContactEvent.created(ids.next(), contact));
            furtherWork.accept(tx, contact);
            return contact;
        });
        directory.assigned(caller, created.assignment());
        return created;
    }

    /**
     * Changes a contact.
     *
     * @param furtherWork further work, which receives the change and the transaction
     * @return the result of {@code furtherWork}
     * @throws ContactsFailure as {@link org.contacts4j.application.contact.ContactService#update} does
     */
    public <T> T update(
            Caller caller,
            ContactId id,
            Patch<Contact> patch,
            Precondition precondition,
            BiFunction<Transaction, Changed, T> furtherWork) {
        caller.requireWrite();
        Written<T> written = store.write(caller, tx -> {
            ContactChecks.lockEmails(tx, caller, emails, patch);
            if (patch.touches(ContactField.REPORTS_TO)) {
                tx.contacts().lockReportingLines(caller.organization());
            }
            Contact before = new VisibleContacts(tx, caller).locked(id);
            precondition.check(before.revision());
            Contact after = changed(tx, caller, before, patch);
            return new Written<>(after, furtherWork.apply(tx, new Changed(before, after)));
        });
        directory.assigned(caller, written.contact().assignment());
        return written.result();
    }

    private Contact changed(Transaction tx, Caller caller, Contact before, Patch<Contact> patch) {
        Patch<Contact> wanted = new VisibleContacts(tx, caller).changing(before, patch);
        ContactChecks checks = new ContactChecks(emails, new StoredLookups(tx, caller));
        Patch<Contact> checked = checks.customValues(before.customFields(), wanted);
        Contact applied = before.apply(checked, caller.signedIn(), clock.instant());
        if (applied.equals(before)) {
            return before;
        }
        checks.requireUniqueEmails(before, applied);
        Contact after = checks.checkReferences(wanted, applied);
        checks.requireUniqueCode(before, after);
        new ContactChanges(tx, caller, ids).moved(before, after);
        return after;
    }

    /**
     * Returns the patch with the caller and the members that the patch assigns.
     *
     * @param kept the members to assign if the patch names none
     */
    public static Patch<Contact> assignedToCaller(Caller caller, Patch<Contact> fields, List<MemberId> kept) {
        @Nullable
        List<MemberId> sent = fields.changeOf(ContactField.ASSIGNED_TO).valueOrNull();
        Stream<MemberId> others = (sent == null ? kept : sent).stream();
        return fields.set(
                ContactField.ASSIGNED_TO,
                Stream.concat(Stream.of(caller.member()), others).distinct().toList());
    }

    /** A contact before and after a change. Both are equal if the patch had no effect. */
    public record Changed(Contact before, Contact after) {}

    private record Written<T>(Contact contact, T result) {}

    private record StoredLookups(Transaction tx, Caller caller) implements ContactChecks.Lookups {}

    /** The lookups of a new contact, which one query answers. */
    private record CreationLookups(Transaction tx, Caller caller, CreationContext context)
            implements ContactChecks.Lookups {

        @Override
        public CustomFieldRules customFields() {
            return context.rules();
        }

        @Override
        public Optional<String> companyName(CompanyId company) {
            return Optional.ofNullable(context.companyName());
        }
    }
}
