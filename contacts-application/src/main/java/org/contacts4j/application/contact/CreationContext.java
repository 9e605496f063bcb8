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

    /** That of a contact of no company, in an organisation that has defined no custom fields. */
    public static final CreationContext PLAIN = new CreationContext(new CustomFieldRules(List.of(), List.of()), null);
}
