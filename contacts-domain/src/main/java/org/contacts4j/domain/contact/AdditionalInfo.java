package org.contacts4j.domain.contact;

import org.jspecify.annotations.Nullable;

/**
 * Background information about a contact.
 *
 * @param source the origin of the contact
 */
public record AdditionalInfo(
        @Nullable String source,
        @Nullable String taxId,
        @Nullable String description,
        @Nullable String notes) {}
