package org.contacts4j.domain;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Names one tag inside its organisation. */
public record TagId(UUID value) {

    /**
     * The id of the tag with this name, which follows from the name (RFC 9562 section 5.3): whoever makes a tag known,
     * it is the same one.
     */
    public static TagId of(OrganizationId organization, String name) {
        String text = organization.value() + "\n" + keyOf(name);
        return new TagId(UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the 36-character text form. Anything else becomes an id that names nothing: a malformed id is an unknown one. */
    public static TagId parse(String text) {
        return new TagId(Uuids.parseOrNil(text));
    }

    /** A tag's name as it is compared: without case and the white space around it. */
    public static String keyOf(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
