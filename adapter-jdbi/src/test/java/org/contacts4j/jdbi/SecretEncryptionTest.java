package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.webhook.Webhook;
import org.contacts4j.domain.webhook.WebhookField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that secrets are encrypted in the database. */
final class SecretEncryptionTest {

    private static final EncryptionKeys OLD = EncryptionKeys.parse(key(1));
    private static final EncryptionKeys NEW = EncryptionKeys.parse(key(2));
    private static final EncryptionKeys BOTH = EncryptionKeys.parse(key(2) + "\n" + key(1));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void storesNoSecretAsPlainTextAndReadsItAfterARestart(Kind kind) throws SQLException, IOException {
        DatabaseSettings settings = kind.fresh(folder).withEncryptionKeys(OLD);
        Secrets stored = Secrets.storedIn(settings);
        assertThat(stored).isEqualTo(stored.readFrom(settings));
        assertThat(StoredText.ofTables(settings))
                .contains("enc1:" + OLD.currentId())
                .doesNotContain(stored.texts());
        assertThat(StoredText.ofFiles(folder)).doesNotContain(stored.texts());
    }

    @ParameterizedTest
    @EnumSource
    void encryptsWhatWasPlainText(Kind kind) throws SQLException {
        DatabaseSettings plain = kind.fresh(folder);
        Secrets stored = Secrets.storedIn(plain);
        assertThat(StoredText.ofTables(plain)).contains(stored.texts());
        assertThat(stored.readFrom(plain.withEncryptionKeys(OLD))).isEqualTo(stored);
        assertThat(StoredText.ofTables(plain)).doesNotContain(stored.texts());
    }

    @ParameterizedTest
    @EnumSource
    void encryptsEverythingWithTheNewestKeySoThatTheOldOneIsNotNeededAnyMore(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        Secrets stored = Secrets.storedIn(settings.withEncryptionKeys(OLD));
        assertThat(stored.readFrom(settings.withEncryptionKeys(BOTH))).isEqualTo(stored);
        assertThat(StoredText.ofTables(settings)).doesNotContain("enc1:" + OLD.currentId());
        assertThat(stored.readFrom(settings.withEncryptionKeys(NEW))).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void refusesToOpenWithoutTheKeyAndChangesNothing(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder);
        Secrets stored = Secrets.storedIn(settings.withEncryptionKeys(OLD));
        String before = StoredText.ofTables(settings);
        assertThatThrownBy(() -> JdbiStore.open(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContainingAll("encrypted with key " + OLD.currentId(), "encryption-key is not set")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> JdbiStore.open(settings.withEncryptionKeys(NEW)))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContainingAll(OLD.currentId(), "encryption-key has only " + NEW.currentId());
        assertThat(StoredText.ofTables(settings)).isEqualTo(before);
        assertThat(stored.readFrom(settings.withEncryptionKeys(OLD))).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotDecryptASecretThatWasCopiedToAnotherWebhook(Kind kind) throws SQLException {
        DatabaseSettings settings = kind.fresh(folder).withEncryptionKeys(OLD);
        Secrets stored = Secrets.storedIn(settings);
        StoredText.change(settings, "update webhook set secret = (select max(secret) from webhook)");
        assertThatThrownBy(() -> stored.readFrom(settings))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContainingAll("secret of webhook", "belongs to another row");
    }

    @Test
    void bindsAValueToItsPurpose() {
        String encrypted = OLD.encrypt("one", "s3cret");
        assertThat(OLD.decrypt("one", encrypted)).isEqualTo("s3cret");
        assertThat(OLD.encrypt("one", "s3cret")).isNotEqualTo(encrypted);
        for (String changed : List.of(encrypted.replaceFirst(".$", "!"), encrypted.substring(0, 20), "enc1:")) {
            assertThatThrownBy(() -> OLD.decrypt("one", changed)).isInstanceOf(CannotOpenDatabase.class);
        }
        assertThatThrownBy(() -> OLD.decrypt("two", encrypted))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining("two");
    }

    @Test
    void acceptsOnlyKeysOf32Bytes() {
        for (String invalid :
                List.of("", "not base64!", Base64.getEncoder().encodeToString(new byte[31]), key(1) + "=")) {
            assertThatThrownBy(() -> EncryptionKeys.parse(invalid)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(EncryptionKeys.parse(" " + key(2) + ", " + key(1) + "\n").toString())
                .isEqualTo(BOTH.toString());
        assertThat(OLD.toString()).doesNotContain(key(1)).contains(OLD.currentId());
    }

    private static String key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The kinds of databases that store secrets. */
    enum Kind {
        H2,
        POSTGRESQL;

        DatabaseSettings fresh(Path folder) {
            return this == H2 ? DatabaseSettings.h2File(folder.resolve("contacts")) : TestPostgres.freshSettings();
        }
    }

    /** The cursor key and the webhooks of an organization, one with a previous secret. */
    private record Secrets(OrganizationId organization, String cursorKey, List<Webhook> webhooks) {

        static Secrets storedIn(DatabaseSettings settings) {
            try (JdbiStore store = JdbiStore.open(settings)) {
                TestOrganization home = TestOrganization.in(store);
                Patch<Webhook> fields = Patch.of(WebhookField.URL, "https://example.org/hook");
                home.contacts4j().webhooks().create(home.admin(), fields);
                Webhook rotated = home.contacts4j().webhooks().create(home.admin(), fields);
                home.contacts4j().webhooks().rotateSecret(home.admin(), rotated.id());
                return of(store, home.id());
            }
        }

        Secrets readFrom(DatabaseSettings settings) {
            try (JdbiStore store = JdbiStore.open(settings)) {
                return of(store, organization);
            }
        }

        private static Secrets of(JdbiStore store, OrganizationId organization) {
            return new Secrets(
                    organization,
                    Base64.getEncoder().encodeToString(store.sharedSecret("cursor")),
                    store.read(tx -> tx.webhooks().list(organization)));
        }

        /** Returns each secret as it would be stored as plain text. */
        String[] texts() {
            Stream<String> ofWebhooks = webhooks.stream()
                    .map(Webhook::secrets)
                    .flatMap(secrets -> Stream.of(secrets.current(), secrets.previous()))
                    .flatMap(Stream::ofNullable)
                    .map(secret -> secret.text());
            return Stream.concat(Stream.of(cursorKey), ofWebhooks).toArray(String[]::new);
        }
    }
}
