package org.contacts4j.jdbi;

import java.security.SecureRandom;
import java.util.Base64;
import org.jdbi.v3.core.Handle;

/** Generated secrets that all nodes of a database share, so that operators need not configure them. */
final class SharedSecrets {

    private static final int BYTES = 32;

    private final SecretSql sql;
    private final EncryptionKeys keys;

    SharedSecrets(Handle handle, EncryptionKeys keys) {
        this.sql = handle.attach(SecretSql.class);
        this.keys = keys;
    }

    /** Returns the purpose for which a secret of this name is encrypted. Stored secrets are bound to this text. */
    static String purpose(String name) {
        return "shared secret " + name;
    }

    byte[] get(String name) {
        return Base64.getDecoder()
                .decode(sql.shared(name)
                        .map(stored -> keys.decrypt(purpose(name), stored))
                        .orElseGet(() -> make(name)));
    }

    private String make(String name) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        String text = Base64.getEncoder().encodeToString(secret);
        sql.insertShared(name, keys.encrypt(purpose(name), text));
        return text;
    }
}
