package org.contacts4j.domain.filter.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.FilterField;
import org.contacts4j.domain.patch.Field;
import org.junit.jupiter.api.Test;

/** Fails for each new field of contacts that filters cannot name. */
final class FieldNamesTest {

    /** Filters have the full name, the primary e-mail address and phone number, and parts of the address and status. */
    private static final Set<Field<?, ?>> COVERED_BY_ANOTHER = Set.of(
            ContactField.FIRST_NAME,
            ContactField.LAST_NAME,
            ContactField.DISPLAY_NAME,
            ContactField.EMAILS,
            ContactField.PHONES,
            ContactField.SECONDARY_EMAIL,
            ContactField.SECONDARY_PHONE,
            ContactField.MOBILE_PHONE,
            ContactField.WORK_PHONE,
            ContactField.ADDRESS,
            ContactField.COMPANY,
            ContactField.CUSTOM_FIELDS,
            ContactField.ACTIVE);

    /** Fields that filters do not offer. */
    private static final Set<Field<?, ?>> NOT_REQUESTED = Set.of(
            ContactField.SALUTATION,
            ContactField.CODE,
            ContactField.PREFERRED_METHOD,
            ContactField.WEBSITE,
            ContactField.LANGUAGE,
            ContactField.REPORTS_TO,
            ContactField.TAX_ID,
            ContactField.DESCRIPTION,
            ContactField.TEAMS,
            ContactField.EXTENSIONS);

    @Test
    void namesEveryFieldOfAContact() {
        Set<String> filters = Fields.all().stream().map(FilterField::name).collect(Collectors.toSet());
        assertThat(ContactField.all())
                .filteredOn(field -> !COVERED_BY_ANOTHER.contains(field) && !NOT_REQUESTED.contains(field))
                .as("add the field to Fields, or to the exceptions of this test")
                .allSatisfy(field -> assertThat(filters).contains(filterName(field)));
    }

    private static String filterName(Field<?, ?> field) {
        return FieldNames.inSnakeCase(field.name());
    }
}
