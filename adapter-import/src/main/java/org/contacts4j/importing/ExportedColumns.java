package org.contacts4j.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.importing.ColumnNames.Target;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/**
 * The columns of exported tables whose cells are not those of other tables: JSON of values that plain cells cannot hold,
 * and address parts, which are taken as they are.
 */
final class ExportedColumns {

    private static final Map<String, Target> TARGETS = new HashMap<>();

    static {
        for (AddressPart part : AddressPart.values()) {
            String name = ContactField.ADDRESS.name() + "." + part.key();
            TARGETS.put(name, new Target(name, (row, cell) -> row.address(part, cell)));
        }
        json(ContactField.EMAILS.name(), (row, patch) -> given(patch, ContactField.EMAILS, row::allEmails));
        json(ContactField.PHONES.name(), (row, patch) -> given(patch, ContactField.PHONES, row::allPhones));
        json(ContactField.CUSTOM_FIELDS.name(), (row, patch) -> given(patch, ContactField.CUSTOM_FIELDS, row::custom));
        json(
                ContactField.EXTENSIONS.name(),
                (row, patch) -> given(patch, ContactField.EXTENSIONS, data -> row.set(ContactField.EXTENSIONS, data)));
        list(ContactField.TAGS, ValueReaders.TEXT);
        list(ContactField.TEAMS, ValueReaders.TEAM);
        list(ContactField.ASSIGNED_TO, ValueReaders.MEMBER);
    }

    private ExportedColumns() {}

    /** Returns the target of a column with exactly this name; null if it is none of these columns. */
    static @Nullable Target find(String column) {
        return TARGETS.get(column);
    }

    /** Adds a column whose cells are the JSON of a member of a contact. */
    private static void json(String member, BiConsumer<RowBuilder, Patch<Contact>> reader) {
        TARGETS.put(member, new Target(member, (row, cell) -> {
            @Nullable Object data = parsed(cell);
            Patch<Contact> patch = data == null
                    ? Patch.<Contact>empty().withFault(member, "must be JSON, as an export writes it")
                    : ContactJson.read(Map.of(member, data));
            patch.faults().forEach(fault -> row.faults().add(fault.field(), fault.message()));
            reader.accept(row, patch);
        }));
    }

    private static <T> void given(Patch<Contact> patch, Field<Contact, T> field, Consumer<T> user) {
        @Nullable T value = patch.changeOf(field).valueOrNull();
        if (value != null) {
            user.accept(value);
        }
    }

    /** Adds a column whose cells are JSON lists, or texts with semicolons. */
    private static <T> void list(Field<Contact, List<T>> field, ValueReader<T> kind) {
        TARGETS.put(field.name(), new Target(field.name(), (row, cell) -> {
            boolean isJson = cell.startsWith("[") && parsed(cell) instanceof List<?>;
            @Nullable Object texts = isJson ? parsed(cell) : ColumnNames.parts(cell);
            @Nullable
            List<T> read =
                    ValueReaders.listOf(kind).read(texts == null ? List.of() : texts, field.name(), row.faults());
            if (read != null) {
                row.set(field, read);
            }
        }));
    }

    private static @Nullable Object parsed(String cell) {
        try {
            return Json.read(cell);
        } catch (ContactsFailure.Invalid notJson) {
            return null;
        }
    }
}
