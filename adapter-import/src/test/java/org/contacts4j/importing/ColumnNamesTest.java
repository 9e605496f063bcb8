package org.contacts4j.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.patch.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fails for each field of contacts that no column of a table fills. */
final class ColumnNamesTest {

    /** Fields whose parts have columns of their own, and fields that a cell cannot contain. */
    private static final List<Field<Contact, ?>> WITHOUT_COLUMN =
            List.of(ContactField.EMAILS, ContactField.PHONES, ContactField.CUSTOM_FIELDS, ContactField.EXTENSIONS);

    static Stream<Field<Contact, ?>> fields() {
        return ContactField.all().stream().filter(field -> !WITHOUT_COLUMN.contains(field));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void findsTheColumnWithTheNameOfAField(Field<Contact, ?> field) {
        assertThat(ColumnNames.find(field.name()))
                .as("ColumnNames has a column for " + field)
                .isNotNull();
    }
}
