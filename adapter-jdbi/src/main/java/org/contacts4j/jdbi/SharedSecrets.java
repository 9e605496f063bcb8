package org.contacts4j.jdbi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
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
        return Base64.getDecoder().decode(find(name).orElseGet(() -> {
            make(name);
            return find(name).orElseThrow();
        }));
    }

    private Optional<String> find(String name) {
        return sql.shared(name).map(stored -> keys.decrypt(purpose(name), stored));
    }

    /** Inserts a new secret, unless another node that starts at the same time has inserted one. */
    private void make(String name) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        sql.insertShared(name, keys.encrypt(purpose(name), Base64.getEncoder().encodeToString(secret)));
    }
}
