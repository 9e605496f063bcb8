package org.contacts4j.jdbi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Generated secrets that all nodes of a database share, so that operators need not configure them. */
final class SharedSecrets {

    private static final int BYTES = 32;

    private final Handle handle;

    SharedSecrets(Handle handle) {
        this.handle = handle;
    }

    byte[] get(String name) {
        return Base64.getDecoder().decode(find(name).orElseGet(() -> {
            make(name);
            return find(name).orElseThrow();
        }));
    }

    private Optional<String> find(String name) {
        return handle.createQuery("select secret from shared_secret where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /** Inserts a new secret, unless another node that starts at the same time has inserted one. */
    private void make(String name) {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        handle.createUpdate(
                        "insert into shared_secret (name, secret) values (:name, :secret)" + " on conflict do nothing")
                .bind("name", name)
                .bind("secret", Base64.getEncoder().encodeToString(secret))
                .execute();
    }
}
