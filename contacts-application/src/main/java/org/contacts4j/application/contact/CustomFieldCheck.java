package org.contacts4j.application.contact;

import java.util.Map;
import java.util.function.Supplier;
import org.contacts4j.domain.Change;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.Fault;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.jspecify.annotations.Nullable;

/** Holds the custom values that a patch writes against the organisation's definitions, which are read only then. */
final class CustomFieldCheck {

    private static final String NAME = ContactField.CUSTOM_FIELDS.name();

    private CustomFieldCheck() {}

    /**
     * The patch with its custom values in the form they are kept in; it carries a fault for each that is wrong.
     *
     * @param organizationRules what the definitions ask, looked up only if it matters
     * @param before the values that the contact has now
     */
    static Patch<Contact> checked(
            Supplier<CustomFieldRules> organizationRules, Map<String, @Nullable Object> before, Patch<Contact> patch) {
        if (!patch.touches(ContactField.CUSTOM_FIELDS)) {
            return patch;
        }
        CustomFieldRules rules = organizationRules.get();
        Faults faults = new Faults();
        Patch<Contact> checked = checked(rules, before, patch, faults);
        for (Fault fault : faults.list()) {
            checked = checked.withFault(fault.field(), fault.message());
        }
        return checked;
    }

    private static Patch<Contact> checked(
            CustomFieldRules rules, Map<String, @Nullable Object> before, Patch<Contact> patch, Faults faults) {
        if (patch.changeOf(ContactField.CUSTOM_FIELDS) instanceof Change.Set<Map<String, @Nullable Object>> set) {
            Map<String, @Nullable Object> values = rules.check(set.value(), NAME, faults);
            rules.checkWhatMustStay(before, CustomFields.merge(before, values), NAME, faults);
            return patch.with(ContactField.CUSTOM_FIELDS, values);
        }
        rules.checkWhatMustStay(before, Map.of(), NAME, faults);
        return patch;
    }
}
