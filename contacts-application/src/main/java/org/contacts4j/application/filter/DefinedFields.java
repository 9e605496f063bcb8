package org.contacts4j.application.filter;

import org.contacts4j.application.Transaction;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.filter.reading.CustomFieldTypes;
import org.contacts4j.domain.id.OrganizationId;
import org.jspecify.annotations.Nullable;

/** The custom field definitions of an organization. Read on first use, because most filters name no custom field. */
final class DefinedFields implements CustomFieldTypes {

    private final Transaction tx;
    private final OrganizationId organization;
    private @Nullable CustomFieldRules rules;

    DefinedFields(Transaction tx, OrganizationId organization) {
        this.tx = tx;
        this.organization = organization;
    }

    @Override
    public @Nullable CustomFieldType typeOf(String key) {
        return rules().typeOf(key);
    }

    @Override
    public boolean hides(String key) {
        return rules().hides(key);
    }

    private CustomFieldRules rules() {
        if (rules == null) {
            rules = tx.customFields().rules(organization);
        }
        return rules;
    }
}
