package org.contacts4j.domain.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs deliveries, as in the Standard Webhooks specification.
 *
 * @param text {@code whsec_} followed by the key in base64
 */
public record SigningSecret(String text) {

    /** The length of a key, in bytes. The specification requires 24 to 64. */
    public static final int BYTES = 32;

    private static final String PREFIX = "whsec_";
    private static final String HMAC = "HmacSHA256";

    /** Returns the secret with this key. */
    public static SigningSecret of(byte[] key) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /**
     * Returns the signature of a delivery, as {@code v1,<base64>}.
     *
     * @param messageId the id that the delivery carries
     * @param timestamp the time of sending, in seconds since 1970
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

    /** Returns a redacted form, so that secrets do not appear in logs. */
    @Override
    public String toString() {
        return PREFIX + "...";
    }
}
