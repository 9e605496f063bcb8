package org.contacts4j.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signer (HS256) of the driver's tokens. */
public final class Token {

    static final String SECRET = "the load driver's secret, which keeps nothing secret";

    private Token() {}

    /** Returns a token for a member of the organization with write permission, valid for a day. */
    public static String of(String organization) {
        return of(organization, "member");
    }

    /** Returns a token for an administrator of the organization, valid for a day. */
    public static String ofAdministrator(String organization) {
        return of(organization, "admin");
    }

    private static String of(String organization, String role) {
        long expires = Instant.now().plus(Duration.ofDays(1)).getEpochSecond();
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + encoded("{\"sub\":\"driver\",\"org\":\"%s\",\"role\":\"%s\",\"exp\":%d}"
                        .formatted(organization, role, expires));
        return signed + "." + encoded(signature(signed));
    }

    private static byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
