package org.contacts4j.jdbi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.contacts4j.domain.OrganizationId;

/**
 * A few letters that stand for an organisation, so that an index of keys behind them leads to its contacts alone. Two
 * organisations may have the same letters; a query asks for the organisation as well.
 */
public final class OrganizationPrefix {

    /** How many there are. */
    public static final int COUNT = 8;

    /** Of the organisation that was asked for last: whoever writes many rows asks for the same one each time. */
    private static volatile Letters last = lettersOf(new OrganizationId("none"));

    private OrganizationPrefix() {}

    public static String of(OrganizationId organization) {
        Letters known = last;
        if (!known.organization().equals(organization)) {
            known = lettersOf(organization);
            last = known;
        }
        return known.letters();
    }

    private static Letters lettersOf(OrganizationId organization) {
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
