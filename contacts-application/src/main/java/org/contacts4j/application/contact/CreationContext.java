package org.contacts4j.application.contact;

import java.util.List;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.jspecify.annotations.Nullable;

/**
 * What a new contact is held against. Immutable.
 *
 * @param rules of the organisation's custom fields
 * @param companyName the present name of the contact's company; null when it names none, or one that is not there
 */
public record CreationContext(
        CustomFieldRules rules, @Nullable String companyName) {

    /** Those of a contact that has neither custom values nor a company. */
    static final CreationContext NONE = new CreationContext(new CustomFieldRules(List.of(), List.of()), null);
}
