package org.contacts4j.application.importing.batch;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.application.importing.ImportRow;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A row prepared as far as possible without reading stored contacts.
 *
 * @param creation the fields of the contact that the row creates
 * @param nameless whether the row has no value that can serve as a name; it can then update a contact but not create
 *     one
 * @param prepared the contact to create when the row matches none; null if the row is invalid or
 *     ignored
 * @param faults the validation errors of the row; empty if there are none
 */
public record PreparedRow(
        ImportRow row,
        Patch<Contact> creation,
        boolean nameless,
        @Nullable PreparedContact prepared,
        List<Fault> faults) {

    private static final String PLACEHOLDER_NAME = "?";

    /** Prepares the contact that the row would create. A row without a name is named by its
     * display name, company, e-mail or phone. */
    public static PreparedRow of(ImportRow row, RowMerge merging, Function<Patch<Contact>, PreparedContact> maker) {
        Patch<Contact> fields = row.fields();
        if (row.ignored()) {
            return new PreparedRow(row, fields, true, null, List.of());
        }
        boolean named = hasName(fields);
        Optional<String> substitute = named ? Optional.empty() : substituteName(fields);
        boolean nameless = !named && substitute.isEmpty();
        Patch<Contact> creation =
                merging.forCreate(named ? fields : fields.set(ContactField.NAME, substitute.orElse(PLACEHOLDER_NAME)));
        try {
            return new PreparedRow(row, creation, nameless, maker.apply(creation), List.of());
        } catch (ContactsFailure.Invalid invalid) {
            Optional<ImportRow> mended = OptionalValues.leftOut(row, invalid.faults());
            if (mended.isPresent()) {
                return of(mended.get(), merging, maker);
            }
            // The fields of an invalid row are not needed any more and may be large.
            return new PreparedRow(row.asSent(row.size()), Patch.empty(), nameless, null, invalid.faults());
        }
    }

    /** Returns the id in the row, if rows are matched by id. */
    Optional<ContactId> idIf(MatchBy matchBy) {
        @Nullable String id = row.id();
        return matchBy == MatchBy.ID && id != null && !id.isBlank()
                ? Optional.of(ContactId.parse(id.strip()))
                : Optional.empty();
    }

    private static boolean hasName(Patch<Contact> fields) {
        return text(fields, ContactField.NAME).isPresent()
                || text(fields, ContactField.FIRST_NAME).isPresent()
                || text(fields, ContactField.LAST_NAME).isPresent();
    }

    private static Optional<String> substituteName(Patch<Contact> fields) {
        return Stream.of(
                        text(fields, ContactField.DISPLAY_NAME),
                        text(fields, ContactField.COMPANY_NAME),
                        text(fields, ContactField.EMAIL),
                        first(fields.changeOf(ContactField.EMAILS), Email::address),
                        text(fields, ContactField.PHONE),
                        text(fields, ContactField.MOBILE_PHONE),
                        text(fields, ContactField.WORK_PHONE),
                        first(fields.changeOf(ContactField.PHONES), Phone::number))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> text(Patch<Contact> fields, Field<Contact, String> field) {
        return Optional.ofNullable(fields.changeOf(field).valueOrNull()).filter(text -> !text.isBlank());
    }

    private static <T> Optional<String> first(Change<List<T>> entries, Function<T, String> text) {
        return Optional.ofNullable(entries.valueOrNull()).stream()
                .flatMap(List::stream)
                .map(text)
                .filter(entry -> !entry.isBlank())
                .findFirst();
    }

    /**
     * A contact that a row creates, with everything that can be computed before it is stored.
     *
     * @param matchKey the kind of key by which the row is matched
     * @param rowKeys the keys of that kind of which a contact must have one to match the row
     * @param allKeys all keys by which the contact can be matched
     * @param eventId the id of the contact's creation event
     */
    public record PreparedContact(
            Contact contact,
            MatchCandidate known,
            MatchKey matchKey,
            List<String> rowKeys,
            List<String> allKeys,
            UUID eventId) {

        public static PreparedContact of(Contact contact, MatchBy matchBy, PhoneNumbers numbers, UUID eventId) {
            MatchCandidate known = MatchCandidate.of(contact, numbers);
            MatchKey matchKey = MatchKey.of(known, matchBy);
            return new PreparedContact(
                    contact, known, matchKey, matchKey.wantedBy(known), MatchKey.allOf(known), eventId);
        }
    }
}
