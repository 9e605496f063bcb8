package org.contacts4j.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.contacts4j.domain.UnicodeText;

/** The identifier of a tag, unique within its organization. */
public record TagId(UUID value) {

    /**
     * Returns the id of the tag with this name. The id is derived from the organization and the name (RFC 9562
     * section 5.3), so concurrent creations of one tag yield one id.
     */
    public static TagId of(OrganizationId organization, String name) {
        String text = organization.value() + "\n" + keyOf(name);
        return new TagId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Parses the 36-character text form. Malformed text yields the nil id, which names no record. */
    public static TagId parse(String text) {
        return new TagId(Uuids.parseOrNil(text));
    }

    /** Returns the comparison form of a tag name: in Unicode NFC, stripped and in lower case. */
    public static String keyOf(String name) {
        return UnicodeText.stripped(name).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
