package org.contacts4j.application.contact;

import java.util.List;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.jspecify.annotations.Nullable;

/**
 * The data that a new contact is validated against. Immutable.
 *
 * @param rules the rules of the organization's custom fields
 * @param companyName the current name of the contact's company; null if it has none, or if the company does not exist
 */
public record CreationContext(
        CustomFieldRules rules, @Nullable String companyName) {

    /** The context of a contact without a company, in an organization without custom fields. */
    public static final CreationContext PLAIN = new CreationContext(new CustomFieldRules(List.of(), List.of()), null);
}
