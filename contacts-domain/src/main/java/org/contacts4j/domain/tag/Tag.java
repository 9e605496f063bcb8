package org.contacts4j.domain.tag;

import java.time.Instant;
import org.contacts4j.domain.UnicodeText;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.TagId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/**
 * A tag of an organization.
 *
 * @param name the name in its first spelling; tags that differ only in case are equal
 * @param createdAt the time of creation
 */
public record Tag(TagId id, String name, Instant createdAt) {

    /** Returns the organization's tag with this name. */
    public static Tag named(OrganizationId organization, String name, Instant at) {
        return new Tag(TagId.of(organization, name), UnicodeText.stripped(name), at);
    }

    /**
     * Validates and strips a tag name. The result is unspecified if errors were added.
     *
     * @param field the field name for validation errors
     */
    public static String checkedName(String name, String field, Faults faults) {
        @Nullable String checked = Rules.trimmed().check(name, field, faults);
        if (checked == null) {
            faults.add(field, "must not be blank");
            return name;
        }
        return checked;
    }

    /** Returns the comparison form of the name: in lower case. */
    public String key() {
        return TagId.keyOf(name);
    }
}
