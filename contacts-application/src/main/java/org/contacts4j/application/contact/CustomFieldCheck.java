package org.contacts4j.application.contact;

import java.util.Map;
import java.util.function.Supplier;
import org.contacts4j.domain.CustomFields;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.jspecify.annotations.Nullable;

/** Validates the custom values in a patch. Reads the organization's definitions only if the patch has custom values. */
final class CustomFieldCheck {

    private static final String NAME = ContactField.CUSTOM_FIELDS.name();

    private CustomFieldCheck() {}

    /**
     * Returns the patch with its custom values in stored form. The patch contains a validation error for each invalid
     * value.
     *
     * @param organizationRules the rules of the definitions, read only if needed
     * @param before the current values of the contact
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
            rules.checkRequiredValues(before, CustomFields.merge(before, values), NAME, faults);
            return patch.set(ContactField.CUSTOM_FIELDS, values);
        }
        rules.checkRequiredValues(before, Map.of(), NAME, faults);
        return patch;
    }
}
