package org.contacts4j.jdbi;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that encrypt secrets in the database with AES-256-GCM. The newest key encrypts; all of them decrypt. A stored
 * value is {@code enc1:}, the id of its key, a colon, and the nonce and the ciphertext in base64. Each value is bound to
 * a purpose, which names its row: a value that was copied to another row does not decrypt.
 */
public final class EncryptionKeys {

    /** No key: secrets are stored as plain text. */
    public static final EncryptionKeys NONE = new EncryptionKeys(new LinkedHashMap<>());

    private static final String MARK = "enc1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, SecretKey> byId;

    private EncryptionKeys(Map<String, SecretKey> newestFirst) {
        this.byId = newestFirst;
    }

    /**
     * Returns the keys in a text: each 32 bytes in base64, newest first, with commas or white space between.
     *
     * @throws IllegalArgumentException when there is no key, or one is invalid
     */
    public static EncryptionKeys parse(String text) {
        Map<String, SecretKey> keys = new LinkedHashMap<>();
        for (String key : text.strip().split("[,\\s]+")) {
            byte[] bytes = Base64.getDecoder().decode(key);
            if (bytes.length != KEY_BYTES) {
                throw new IllegalArgumentException("an encryption key must be 32 bytes in base64");
            }
            keys.put(idOf(bytes), new SecretKeySpec(bytes, "AES"));
        }
        return new EncryptionKeys(keys);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }

    /**
     * Returns the id of the key that encrypts: eight hexadecimal digits, which do not reveal the key.
     *
     * @throws java.util.NoSuchElementException when there is no key
     */
    public String currentId() {
        return byId.keySet().iterator().next();
    }

    /** Encrypts a secret for this purpose with the newest key. Returns it unchanged when there is no key. */
    public String encrypt(String purpose, String secret) {
        if (byId.isEmpty()) {
            return secret;
        }
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keyWith(currentId(), purpose), nonce, purpose);
            byte[] encrypted = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + encrypted.length);
            System.arraycopy(encrypted, 0, all, nonce.length, encrypted.length);
            return mark() + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /**
     * Decrypts a stored secret. Returns one that is not encrypted as it is.
     *
     * @throws CannotOpenDatabase when its key is not among these, or when it was encrypted for another purpose or changed
     */
    public String decrypt(String purpose, String stored) {
        if (!stored.startsWith(MARK)) {
            return stored;
        }
        String[] parts = stored.split(":", 3);
        try {
            SecretKey key = keyWith(parts[1], purpose);
            byte[] all = Base64.getDecoder().decode(parts[2]);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(all, NONCE_BYTES), purpose);
            return new String(cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES), StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new CannotOpenDatabase(
                    "The database has a changed secret, or one that belongs to another row: the " + purpose
                            + " cannot be decrypted",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + CIPHER, e);
        }
    }

    /** Returns the beginning of the values under the newest key; without a key, that of all encrypted values. */
    String mark() {
        return byId.isEmpty() ? MARK : MARK + currentId() + ":";
    }

    private SecretKey keyWith(String id, String purpose) {
        SecretKey key = byId.get(id);
        if (key == null) {
            String known = byId.isEmpty()
                    ? "encryption-key is not set"
                    : "encryption-key has only " + byId.keySet().stream().collect(Collectors.joining(", "));
            throw new CannotOpenDatabase("The database has secrets that are encrypted with key " + id + ", but " + known
                    + " (" + purpose + ")");
        }
        return key;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static String idOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Returns the ids of the keys, newest first; never the keys. */
    @Override
    public String toString() {
        return byId.keySet().toString();
    }
}
