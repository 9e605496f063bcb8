package org.contacts4j.domain.contact;

import org.jspecify.annotations.Nullable;

/**
 * What else is worth knowing of a person.
 *
 * @param source where the contact came from
 */
public record AdditionalInfo(
        @Nullable String source,
        @Nullable String taxId,
        @Nullable String description,
        @Nullable String notes) {}
