package org.contacts4j.domain.access;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;

/**
 * The text of an API key: {@code c4j_<organization>_<secret>}, both parts in base64url without padding. It names its
 * organization, so that a key is looked up among the keys of that organization alone.
 *
 * @param organization the organization that the text names
 * @param text the whole text, as callers send it
 */
public record ApiKeySecret(OrganizationId organization, String text) {

    /** The length of the random part, in bytes. */
    public static final int BYTES = 32;

    private static final String PREFIX = "c4j_";

    /** The length of the random part in base64url. */
    private static final int CHARACTERS = 43;

    private static final int SHORTEST = PREFIX.length() + 2 + 1 + CHARACTERS;

    /** The length of the longest organization id in base64url, with four bytes for each character. */
    private static final int LONGEST = SHORTEST + OrganizationId.MAX_LENGTH * 6;

    /** Returns the text of a key of this organization with these random bytes, of which there are {@link #BYTES}. */
    public static ApiKeySecret of(OrganizationId organization, byte[] random) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String name = encoder.encodeToString(organization.value().getBytes(StandardCharsets.UTF_8));
        return new ApiKeySecret(organization, PREFIX + name + "_" + encoder.encodeToString(random));
    }

    /** Returns whether a credential has the form of an API key, valid or not. No signed token begins like one. */
    public static boolean isApiKey(String credential) {
        return credential.startsWith(PREFIX);
    }

    /** Parses the text of a key; empty when it is malformed. */
    public static Optional<ApiKeySecret> parse(String text) {
        if (!isApiKey(text) || text.length() < SHORTEST || text.length() > LONGEST) {
            return Optional.empty();
        }
        // Both parts may contain underscores, so the fixed length of the last one decides.
        int end = text.length() - CHARACTERS - 1;
        return text.charAt(end) == '_'
                ? organization(text.substring(PREFIX.length(), end)).map(name -> new ApiKeySecret(name, text))
                : Optional.empty();
    }

    /**
     * Returns the SHA-256 hash of the text in hexadecimal, under which the key is stored. The text has 256 random bits:
     * a slow hash, as for passwords, would protect it no better.
     */
    public String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns a redacted form, so that keys do not appear in logs. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }

    private static Optional<OrganizationId> organization(String base64) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(base64);
            String name = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            Faults faults = new Faults();
            Rules.checkText(name, OrganizationId.MAX_LENGTH, "organization", faults);
            return faults.count() > 0 || name.isBlank() || name.length() > OrganizationId.MAX_LENGTH
                    ? Optional.empty()
                    : Optional.of(new OrganizationId(name));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
