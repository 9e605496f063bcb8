package org.contacts4j.application.importing.batch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.contacts4j.application.contact.write.ContactWrites;
import org.contacts4j.application.importing.ImportOptions;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.contact.search.MatchKeys;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * A merge of a row into the contact it matches. An import only adds tags, e-mails and phones. Those that the contact
 * has remain, in their order.
 */
public record RowMerge(Caller caller, ImportOptions options, PhoneNumbers numbers) {

    /** Returns the patch for a row that creates a contact. */
    Patch<Contact> forCreate(Patch<Contact> row) {
        Patch<Contact> tagged = options.tags().isEmpty() ? row : withTags(row, List.of());
        return caller.isRestricted() ? ContactWrites.assignedToCaller(caller, tagged, List.of()) : tagged;
    }

    /** Returns the patch for a row that updates this contact. */
    Patch<Contact> forUpdate(Contact contact, Patch<Contact> row) {
        Patch<Contact> patch = withEmails(contact, withPhones(contact, row));
        if (patch.touches(ContactField.TAGS) || !options.tags().isEmpty()) {
            patch = withTags(patch, contact.tags());
        }
        if (keepsDoNotContact(contact, row)) {
            patch = patch.and(ContactField.DO_NOT_CONTACT, Change.keep());
        }
        if (Objects.equals(patch.changeOf(ContactField.CODE).valueOrNull(), contact.code())) {
            patch = keeping(patch, ContactField.CODE);
        }
        return caller.isRestricted() ? keepVisible(contact, patch) : patch;
    }

    /** Returns whether the row would clear {@code dnc} of the contact, which only an option allows. */
    boolean keepsDoNotContact(Contact contact, Patch<Contact> row) {
        return !options.clearDoNotContact()
                && contact.communication().doNotContact()
                && row.touches(ContactField.DO_NOT_CONTACT)
                && !Boolean.TRUE.equals(
                        row.changeOf(ContactField.DO_NOT_CONTACT).valueOrNull());
    }

    private Patch<Contact> withTags(Patch<Contact> row, List<String> kept) {
        @Nullable List<String> sent = row.changeOf(ContactField.TAGS).valueOrNull();
        List<String> tags = new ArrayList<>(kept);
        tags.addAll(sent == null ? List.of() : sent);
        tags.addAll(options.tags());
        return row.set(ContactField.TAGS, tags);
    }

    /** Keeps the contact visible to a restricted caller, even if the row assigns it to other members or teams. */
    private Patch<Contact> keepVisible(Contact contact, Patch<Contact> row) {
        return row.touches(ContactField.ASSIGNED_TO) || row.touches(ContactField.TEAMS)
                ? ContactWrites.assignedToCaller(
                        caller, row, contact.assignment().members())
                : row;
    }

    private static Patch<Contact> withEmails(Contact contact, Patch<Contact> row) {
        List<Email> kept = contact.communication().emails();
        Patch<Contact> patch = added(row, ContactField.EMAILS, kept, email -> MatchKeys.ofEmail(email.address()));
        @Nullable String email = patch.changeOf(ContactField.EMAIL).valueOrNull();
        boolean known = email != null && MatchKeys.ofEmails(contact).containsKey(MatchKeys.ofEmail(email));
        if (known) {
            return keeping(patch, ContactField.EMAIL);
        }
        return email == null
                ? patch
                : demoted(
                        contact,
                        patch,
                        ContactField.EMAILS,
                        Contact.PRIMARY,
                        Email::label,
                        e -> new Email(e.address(), Contact.SECONDARY));
    }

    private Patch<Contact> withPhones(Contact contact, Patch<Contact> row) {
        List<Phone> kept = contact.communication().phones();
        Patch<Contact> patch = added(row, ContactField.PHONES, kept, phone -> key(phone.number()));
        @Nullable String number = patch.changeOf(ContactField.PHONE).valueOrNull();
        boolean known = number != null && kept.stream().anyMatch(phone -> isSame(phone.number(), number));
        if (known) {
            patch = keeping(patch, ContactField.PHONE);
        } else if (number != null) {
            patch = demoted(contact, patch, Contact.PRIMARY);
        }
        for (Field<Contact, String> view : List.of(ContactField.MOBILE_PHONE, ContactField.WORK_PHONE)) {
            @Nullable String sent = patch.changeOf(view).valueOrNull();
            @Nullable String shown = view.of(contact);
            if (sent != null && shown != null) {
                patch = isSame(sent, shown)
                        ? keeping(patch, view)
                        : demoted(contact, patch, view.equals(ContactField.MOBILE_PHONE) ? Phone.MOBILE : Phone.WORK);
            }
        }
        return patch;
    }

    private static Patch<Contact> demoted(Contact contact, Patch<Contact> patch, String label) {
        return demoted(
                contact,
                patch,
                ContactField.PHONES,
                label,
                Phone::label,
                p -> new Phone(p.number(), Contact.SECONDARY));
    }

    /** Relabels the first entry with this label, so that a new entry with the label does not replace it. */
    private static <E> Patch<Contact> demoted(
            Contact contact,
            Patch<Contact> patch,
            Field<Contact, List<E>> field,
            String label,
            Function<E, String> labelOf,
            UnaryOperator<E> secondary) {
        @Nullable List<E> sent = patch.changeOf(field).valueOrNull();
        @Nullable List<E> kept = sent == null ? field.of(contact) : sent;
        List<E> entries = new ArrayList<>(kept == null ? List.of() : kept);
        for (int i = 0; i < entries.size(); i++) {
            if (labelOf.apply(entries.get(i)).equalsIgnoreCase(label)) {
                entries.set(i, secondary.apply(entries.get(i)));
                return patch.set(field, entries);
            }
        }
        return patch;
    }

    /** Returns the contact's entries, followed by the row's entries that are not among them. */
    private static <E> Patch<Contact> added(
            Patch<Contact> row, Field<Contact, List<E>> field, List<E> kept, Function<E, String> keyOf) {
        @Nullable List<E> sent = row.changeOf(field).valueOrNull();
        if (sent == null) {
            return row;
        }
        Set<String> known = new LinkedHashSet<>();
        List<E> entries = new ArrayList<>(kept);
        kept.forEach(entry -> known.add(keyOf.apply(entry)));
        sent.stream().filter(entry -> known.add(keyOf.apply(entry))).forEach(entries::add);
        return row.set(field, entries);
    }

    private static Patch<Contact> keeping(Patch<Contact> patch, Field<Contact, String> field) {
        return patch.and(field, Change.keep());
    }

    private boolean isSame(String number, String other) {
        return key(number).equals(key(other));
    }

    private String key(String number) {
        @Nullable String key = MatchKeys.ofPhone(number, numbers);
        return key == null ? number.strip() : key;
    }
}
