package org.contacts4j.jdbi;

import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.id.WebhookId;
import org.contacts4j.jdbi.SecretSql.WebhookSecrets;
import org.contacts4j.jdbi.connection.DatabaseError;
import org.contacts4j.jdbi.webhook.WebhookRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts the secrets that are plain text or under an older key with the newest key, when a database is opened. Any
 * number of nodes may do so at once.
 */
record SecretEncryption(DatabaseSettings settings) {

    private static final System.Logger LOG = System.getLogger(SecretEncryption.class.getName());

    /**
     * Encrypts all such secrets in one transaction.
     *
     * @throws CannotOpenDatabase when a key is missing, or a secret cannot be decrypted; nothing has changed then
     */
    void run(Jdbi jdbi) {
        try {
            int changed = jdbi.inTransaction(this::encrypt);
            if (changed > 0) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "Encrypted {0} secrets in the database with key {1}",
                        changed,
                        keys().currentId());
            }
        } catch (JdbiException e) {
            throw new CannotOpenDatabase(
                    "The secrets in the database cannot be encrypted (" + settings + "): "
                            + DatabaseError.translated(e).getMessage(),
                    e);
        }
    }

    private int encrypt(Handle handle) {
        SecretSql sql = handle.attach(SecretSql.class);
        return encryptShared(sql) + encryptWebhooks(sql);
    }

    private int encryptShared(SecretSql sql) {
        int changed = 0;
        for (var stored : sql.allShared().entrySet()) {
            if (isOutdated(stored.getValue())) {
                String purpose = SharedSecrets.purpose(stored.getKey());
                sql.replaceShared(stored.getKey(), stored.getValue(), again(purpose, stored.getValue()));
                changed++;
            }
        }
        return changed;
    }

    private int encryptWebhooks(SecretSql sql) {
        int changed = 0;
        for (String name : sql.organizations(keys().mark() + "%", !keys().isEmpty())) {
            OrganizationId organization = new OrganizationId(name);
            for (WebhookSecrets stored : sql.ofWebhooks(name)) {
                String purpose = WebhookRow.purpose(organization, new WebhookId(stored.id()));
                @Nullable String previous = stored.previousSecret();
                sql.replaceOfWebhook(
                        name,
                        stored.secret(),
                        new WebhookSecrets(
                                stored.id(),
                                again(purpose, stored.secret()),
                                previous == null ? null : again(purpose, previous)));
                changed++;
            }
        }
        return changed;
    }

    private boolean isOutdated(String stored) {
        return stored.startsWith(keys().mark()) == keys().isEmpty();
    }

    private String again(String purpose, String stored) {
        return keys().encrypt(purpose, keys().decrypt(purpose, stored));
    }

    private EncryptionKeys keys() {
        return settings.encryptionKeys();
    }
}
