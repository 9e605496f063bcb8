package org.contacts4j.jdbi.contact;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.MatchKeys;

/**
 * Match keys as the column of contacts holds them: behind a few letters that stand for the organisation, so that an index
 * of keys alone leads to one organisation's contacts. Two organisations may have the same letters; a query asks for the
 * organisation as well.
 */
public final class OwnedKeys {

    private static final int LETTERS = 8;

    private OwnedKeys() {}

    static List<String> of(Contact contact) {
        List<String> keys = MatchKeys.of(contact);
        return keys.isEmpty() ? keys : of(contact.organizationId(), keys);
    }

    public static List<String> of(OrganizationId organization, Collection<String> keys) {
        String owner = letters(organization);
        return keys.stream().map(owner::concat).toList();
    }

    /** The keys as the domain has them. */
    public static List<String> plain(List<String> owned) {
        return owned.stream().map(key -> key.substring(LETTERS)).toList();
    }

    private static String letters(OrganizationId organization) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(organization.value().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, LETTERS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
