package org.contacts4j.domain.contact;

import java.util.Objects;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Where a person works, as what, and under whom (RFC 6350 section 6.6).
 *
 * @param companyId the company the person belongs to, when it is a record of its own
 * @param companyName the linked company's name; without a link, the company's name as text
 * @param reportsTo the person's manager, a contact of the same organisation
 */
public record Job(
        @Nullable CompanyId companyId,
        @Nullable String companyName,
        @Nullable String title,
        @Nullable String department,
        @Nullable ContactId reportsTo) {

    /** Whether these are the company and the manager; null stands for none. */
    public boolean refersTo(@Nullable CompanyId company, @Nullable ContactId manager) {
        return Objects.equals(companyId, company) && Objects.equals(reportsTo, manager);
    }
}
