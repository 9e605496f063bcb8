package org.contacts4j.bootstrap.settings;

import java.time.Duration;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.Distribution;
import org.contacts4j.jdbi.EncryptionKeys;
import org.contacts4j.phone.LibPhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Reads the settings of the database and of what it stores. */
final class DatabaseSetting {

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int MOST_SHARDS = 32_000;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration LONGEST_CONNECT_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_LAG = Duration.ofHours(1);

    private DatabaseSetting() {}

    static DatabaseSettings database(Settings settings, DataFolder folder) {
        String url = settings.textOrNull(Setting.DB_URL);
        if (url != null && !url.startsWith(POSTGRESQL) && !url.startsWith("jdbc:h2:")) {
            throw settings.refuse(Setting.DB_URL, "must begin with jdbc:postgresql: or jdbc:h2:");
        }
        String user = settings.textOrNull(Setting.DB_USER);
        String password = settings.textOrNull(Setting.DB_PASSWORD);
        int poolSize = settings.number(Setting.DB_POOL_SIZE, 1, MOST_CONNECTIONS);
        DatabaseSettings usual = DatabaseSettings.h2File(folder.database());
        return new DatabaseSettings(
                url == null ? usual.url() : url,
                user,
                password,
                poolSize,
                connectWait(settings),
                keys(settings),
                distribution(settings),
                phoneNumbers(settings),
                replica(settings, url),
                pooling(settings));
    }

    private static DatabaseSettings.@Nullable Replica replica(Settings settings, @Nullable String url) {
        String replica = settings.textOrNull(Setting.DB_READ_URL);
        if (replica == null) {
            return null;
        }
        if (!replica.startsWith(POSTGRESQL) || replica.split("[?]", 2)[0].contains(",")) {
            throw settings.refuse(Setting.DB_READ_URL, "must begin with jdbc:postgresql: and name one server");
        }
        if (url == null || !url.startsWith(POSTGRESQL)) {
            throw settings.refuse(Setting.DB_READ_URL, "requires a db-url that begins with jdbc:postgresql:");
        }
        Duration maxLag = TokenLifetime.parse(
                        settings.text(Setting.DB_READ_MAX_LAG).strip())
                .filter(lag -> lag.compareTo(LONGEST_LAG) <= 0)
                .orElseThrow(() -> settings.refuse(Setting.DB_READ_MAX_LAG, "must be a time from 1s to 1h"));
        return new DatabaseSettings.Replica(replica, maxLag);
    }

    private static DatabaseSettings.Pooling pooling(Settings settings) {
        return switch (settings.text(Setting.DB_POOLER).strip()) {
            case "none" -> DatabaseSettings.Pooling.NONE;
            case "transaction" -> DatabaseSettings.Pooling.TRANSACTION;
            default -> throw settings.refuse(Setting.DB_POOLER, "must be none or transaction");
        };
    }

    private static Distribution distribution(Settings settings) {
        int shards = settings.number(Setting.DB_SHARDS, 1, MOST_SHARDS);
        return switch (settings.text(Setting.DB_DISTRIBUTION).strip()) {
            case "auto" -> new Distribution(Distribution.Mode.AUTO, shards);
            case "citus" -> new Distribution(Distribution.Mode.CITUS, shards);
            case "none" -> new Distribution(Distribution.Mode.NONE, shards);
            default -> throw settings.refuse(Setting.DB_DISTRIBUTION, "must be auto, citus or none");
        };
    }

    private static PhoneNumbers phoneNumbers(Settings settings) {
        String region = settings.textOrNull(Setting.PHONE_REGION);
        try {
            return region == null ? LibPhoneNumbers.withoutRegion() : LibPhoneNumbers.inRegion(region);
        } catch (IllegalArgumentException e) {
            throw settings.refuse(
                    Setting.PHONE_REGION, "must be the code of a region in ISO 3166-1 alpha-2, such as DE or US");
        }
    }

    private static EncryptionKeys keys(Settings settings) {
        String text = settings.textOrNull(Setting.ENCRYPTION_KEY);
        try {
            return text == null ? EncryptionKeys.NONE : EncryptionKeys.parse(text);
        } catch (IllegalArgumentException e) {
            throw settings.refuse(
                    Setting.ENCRYPTION_KEY,
                    "must be keys of 32 bytes in base64, such as the output of: openssl rand -base64 32");
        }
    }

    private static Duration connectWait(Settings settings) {
        String text = settings.text(Setting.DB_CONNECT_WAIT).strip();
        return text.equals("0")
                ? Duration.ZERO
                : TokenLifetime.parse(text)
                        .filter(wait -> wait.compareTo(LONGEST_CONNECT_WAIT) <= 0)
                        .orElseThrow(
                                () -> settings.refuse(Setting.DB_CONNECT_WAIT, "must be 0 or a time from 1s to 1h"));
    }
}
