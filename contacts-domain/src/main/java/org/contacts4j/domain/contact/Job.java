package org.contacts4j.domain.contact;

import java.util.Objects;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A contact's company, position and manager (RFC 6350 section 6.6).
 *
 * @param companyId the linked company record, or null if there is none
 * @param companyName the linked company's name; without a link, a company name as text
 * @param reportsTo the contact's manager, a contact of the same organization
 */
public record Job(
        @Nullable CompanyId companyId,
        @Nullable String companyName,
        @Nullable String title,
        @Nullable String department,
        @Nullable ContactId reportsTo) {

    /** Returns whether these are the company and the manager. Null means none. */
    public boolean refersTo(@Nullable CompanyId company, @Nullable ContactId manager) {
        return Objects.equals(companyId, company) && Objects.equals(reportsTo, manager);
    }
}
