package org.contacts4j.importing.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.importing.column.Target.CellReader;
import org.contacts4j.json.Json;
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
            if (part != AddressPart.ID) {
                String name = ContactField.ADDRESS.name() + "." + part.key();
                TARGETS.put(name, new Target(name, false, (row, cell) -> row.address("", part, " ", cell)));
            }
        }
        add(ContactField.EMAILS, RowBuilder::allEmails, Readers.emails(Contact.SECONDARY));
        add(ContactField.PHONES, RowBuilder::allPhones, Readers.phones(Contact.SECONDARY));
        add(ContactField.CUSTOM_FIELDS, RowBuilder::custom, refusing(ContactField.CUSTOM_FIELDS));
        add(
                ContactField.EXTENSIONS,
                (row, data) -> row.set(ContactField.EXTENSIONS, data),
                refusing(ContactField.EXTENSIONS));
    }

    private ExportedColumns() {}

    /** Returns the target of a column with exactly this name; null if it is none of these columns. */
    static @Nullable Target find(String column) {
        return TARGETS.get(column);
    }

    /** Returns the texts of a cell that is a list of texts in JSON; empty for other cells. */
    static Optional<List<?>> texts(String cell) {
        return parsed(cell) instanceof List<?> list && list.stream().allMatch(String.class::isInstance)
                ? Optional.of(list)
                : Optional.empty();
    }

    /** Adds a column whose cells are the JSON of a field. The other reader reads all other cells. */
    private static <T> void add(Field<Contact, T> field, BiConsumer<RowBuilder, T> reader, CellReader other) {
        String name = field.name();
        TARGETS.put(name, new Target(name, true, (row, cell) -> {
            @Nullable Object data = parsed(cell);
            if (data == null || texts(cell).isPresent()) {
                other.read(row, cell);
                return;
            }
            Patch<Contact> patch = ContactJson.read(Map.of(name, data));
            patch.faults().forEach(fault -> row.faults().add(fault.field(), fault.message()));
            @Nullable T value = patch.changeOf(field).valueOrNull();
            if (value != null) {
                reader.accept(row, value);
            }
        }));
    }

    private static CellReader refusing(Field<Contact, ?> field) {
        return (row, cell) -> row.faults().add(field.name(), "must be a JSON object, as an export writes it");
    }

    /** Returns the list or object of a cell in JSON; null for other cells. */
    private static @Nullable Object parsed(String cell) {
        if (!cell.startsWith("[") && !cell.startsWith("{")) {
            return null;
        }
        try {
            return Json.read(cell);
        } catch (ContactsFailure.Invalid notJson) {
            return null;
        }
    }
}
