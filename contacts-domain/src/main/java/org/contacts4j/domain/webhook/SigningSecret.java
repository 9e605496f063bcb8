package org.contacts4j.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What messages are signed with, after the Standard Webhooks specification.
 *
 * @param text {@code whsec_} and the key in base64
 */
public record SigningSecret(String text) {

    /** How many bytes a key has; the specification wants 24 to 64. */
    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    /** The secret with this key. */
    public static SigningSecret of(byte[] key) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /**
     * The signature of a message, as {@code v1,<base64>}.
     *
     * @param timestamp when it is sent, in seconds since 1970
     */
    public String sign(String messageId, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), HMAC));
            mac.update((messageId + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + HMAC, e);
        }
    }

    /** Says nothing: secrets do not belong in logs. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
