package org.contacts4j.domain.tag;

import java.time.Instant;
import org.contacts4j.domain.Faults;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.Rules;
import org.contacts4j.domain.TagId;
import org.jspecify.annotations.Nullable;

/**
 * A tag that an organisation knows.
 *
 * @param name as it was spelled first; tags that differ by case alone are one
 * @param createdAt when it became known
 */
public record Tag(TagId id, String name, Instant createdAt) {

    /** The tag with this name in the organisation. */
    public static Tag named(OrganizationId organization, String name, Instant at) {
        return new Tag(TagId.of(organization, name), name.strip(), at);
    }

    /**
     * The name without the white space around it; anything when there were faults.
     *
     * @param field what the name is called in a fault
     */
    public static String checkedName(String name, String field, Faults faults) {
        @Nullable String checked = Rules.trimmed().check(name, field, faults);
        if (checked == null) {
            faults.add(field, "must not be blank");
            return name;
        }
        return checked;
    }

    /** The name as it is compared: without case. */
    public String key() {
        return TagId.keyOf(name);
    }
}
