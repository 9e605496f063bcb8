package org.contacts4j.http.server.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.contacts4j.application.idempotency.RecordedAnswer;

/**
 * Encrypts recorded answers that show a secret, with AES-256-GCM and a key that is derived from the idempotency key. The
 * database has only a hash of the idempotency key, so the secret can be read by none but the client that repeats the
 * request.
 */
final class SealedAnswers {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String idempotencyKey;

    SealedAnswers(String idempotencyKey) {
        this.idempotencyKey = idempotencyKey;
    }

    /** Returns the answer with its body encrypted. */
    RecordedAnswer seal(RecordedAnswer answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return with(answer, body -> {
            byte[] encrypted = crypt(Cipher.ENCRYPT_MODE, nonce, body);
            byte[] all = Arrays.copyOf(nonce, nonce.length + encrypted.length);
            System.arraycopy(encrypted, 0, all, nonce.length, encrypted.length);
            return all;
        });
    }

    /** Returns an answer that {@link #seal} returned with its body as it was. */
    RecordedAnswer open(RecordedAnswer sealed) {
        return with(
                sealed,
                body -> crypt(
                        Cipher.DECRYPT_MODE,
                        Arrays.copyOf(body, NONCE_BYTES),
                        Arrays.copyOfRange(body, NONCE_BYTES, body.length)));
    }

    private static RecordedAnswer with(RecordedAnswer answer, UnaryOperator<byte[]> body) {
        return new RecordedAnswer(answer.status(), answer.version(), answer.headers(), body.apply(answer.body()));
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] text) {
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest(("contacts4j sealed answer\n" + idempotencyKey).getBytes(StandardCharsets.UTF_8));
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a recorded answer was changed, or this JDK lacks " + CIPHER, e);
        }
    }
}
