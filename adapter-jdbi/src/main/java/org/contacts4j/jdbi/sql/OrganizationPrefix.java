package org.contacts4j.jdbi.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A short hash prefix of an organization for index keys, so that an index lookup finds only its contacts. Two
 * organizations may have the same prefix, so queries also compare the organization.
 */
public final class OrganizationPrefix {

    /** The number of characters of a prefix. */
    public static final int COUNT = 8;

    /** The prefix of the most recent organization. A caller that writes many rows asks for the same one each time. */
    private static volatile Letters last = prefixOf(new OrganizationId("none"));

    private OrganizationPrefix() {}

    public static String of(OrganizationId organization) {
        Letters known = last;
        if (!known.organization().equals(organization)) {
            known = prefixOf(organization);
            last = known;
        }
        return known.letters();
    }

    private static Letters prefixOf(OrganizationId organization) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("MD5").digest(organization.value().getBytes(StandardCharsets.UTF_8));
            return new Letters(organization, HexFormat.of().formatHex(digest, 0, COUNT / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    private record Letters(OrganizationId organization, String letters) {}
}
