package org.contacts4j.jdbi.sql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.contacts4j.domain.id.OrganizationId;

/**
 * A short hash prefix of an organization for index keys, so that an index lookup finds only its contacts. Two
 * organizations may have the same prefix, so queries also compare the organization.
 */
public final class OrganizationPrefix {

    /** The number of characters of a prefix. */
    public static final int LENGTH = 8;

    private OrganizationPrefix() {}

    public static String of(OrganizationId organization) {
        CRC32 hash = new CRC32();
        hash.update(organization.value().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) hash.getValue());
    }
}
