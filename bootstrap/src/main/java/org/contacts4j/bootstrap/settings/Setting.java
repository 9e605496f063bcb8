package org.contacts4j.bootstrap.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server. Each has a name, a default (null when it has none), a placeholder, a description, and a
 * flag that masks its value. For example, {@code db-url} in the settings file is also the flag {@code --db-url} and the
 * environment variable {@code CONTACTS4J_DB_URL}.
 */
public enum Setting {
    HOST("host", "127.0.0.1", "ADDRESS", "address to listen on; 0.0.0.0 listens on all interfaces"),
    PORT("port", "8080", "NUMBER", "port to listen on; 0 selects a free port"),
    DATA_DIR("data-dir", "./contacts4j-data", "FOLDER", "directory of the database and the signing secret"),
    DB_URL(
            "db-url",
            null,
            "URL",
            "JDBC URL of the database, jdbc:postgresql://... or jdbc:h2:...; default: H2 in the data directory"),
    DB_USER("db-user", null, "NAME", "database user"),
    DB_PASSWORD("db-password", null, "PASSWORD", "database password", Shown.MASKED),
    DB_POOL_SIZE("db-pool-size", "10", "NUMBER", "maximum number of pooled database connections"),
    DB_CONNECT_WAIT(
            "db-connect-wait", "60s", "TIME", "time to wait at start for an unavailable database; 0 fails immediately"),
    DB_READ_URL("db-read-url", null, "URL", "JDBC URL of a streaming replica for lists and exports (PostgreSQL)"),
    DB_READ_MAX_LAG("db-read-max-lag", "5s", "TIME", "lag from which the replica is not read; 1s to 1h"),
    DB_POOLER(
            "db-pooler",
            "none",
            "none|transaction",
            "pooling mode of a PgBouncer between the server and the database; none: no pooler, or session mode"),
    DB_DISTRIBUTION(
            "db-distribution",
            "auto",
            "auto|citus|none",
            "whether a database with the extension Citus distributes the tables; auto: if it is new or distributed"),
    DB_SHARDS("db-shards", "32", "NUMBER", "number of shards of tables that are distributed for the first time"),
    ENCRYPTION_KEY(
            "encryption-key",
            null,
            "KEYS",
            "keys that encrypt secrets in the database, newest first, each 32 bytes in base64; default: plain text",
            Shown.MASKED),
    JWT_SECRET(
            "jwt-secret",
            null,
            "SECRET",
            "secret that signs tokens, at least 32 bytes; default: generated and stored in the data directory",
            Shown.MASKED),
    JWKS("jwks", null, "FILE|URL", "JWK set with the public keys of the token issuer; replaces --jwt-secret"),
    ISSUER("issuer", null, "NAME", "required iss claim of tokens; default: not checked"),
    AUDIENCE("audience", null, "NAME", "required aud claim of tokens; default: not checked"),
    TOKEN_MAX_LIFETIME(
            "token-max-lifetime",
            null,
            "TIME",
            "maximum time from iat to exp of tokens, for example 12h; default: not limited"),
    AUDIT_RETENTION("audit-retention", "365d", "TIME", "time after which entries of the audit log are deleted"),
    PUBLIC_ORGANIZATIONS(
            "public-organizations",
            null,
            "NAMES",
            "organizations whose contacts are readable and writable without a token at /contacts"),
    ATTACHMENTS("attachments", "folder", "PLACE", "where attachment content is stored: folder or database"),
    ATTACHMENTS_DIR(
            "attachments-dir", null, "FOLDER", "directory of attachment content; default: in the data directory"),
    ATTACHMENT_LIMIT("attachment-limit", "25", "NUMBER", "maximum size of an attachment, in MiB"),
    ATTACHMENTS_QUOTA(
            "attachments-quota", "10240", "NUMBER", "maximum size of all attachments of an organization, in MiB"),
    UNIQUE_EMAILS("unique-emails", "off", "on|off", "whether e-mail addresses are unique within an organization"),
    PHONE_REGION(
            "phone-region",
            null,
            "REGION",
            "region of phone numbers without a country code, for example DE (ISO 3166-1 alpha-2)"),
    WEBHOOK_ALLOW(
            "webhook-allow",
            null,
            "NETWORKS",
            "private networks that webhooks may call, for example 10.0.0.0/8,fd00::/8"),
    WEBHOOK_RETRY_SCHEDULE(
            "webhook-retry-schedule",
            "5s,5m,30m,2h,5h,10h,14h,20h,24h",
            "TIMES",
            "delays between delivery attempts of webhooks; the last delay repeats for five days"),
    WEBHOOK_TIMEOUT("webhook-timeout", "15s", "TIME", "timeout of a delivery attempt of webhooks; 1s to 60s"),
    DIALECT(
            "dialect",
            null,
            "NAME=PORT|off",
            "serves a dialect on a separate port or disables it, for example bottlecrm=3030; repeatable"),
    RATE_LIMIT("rate-limit", "on", "on|off", "whether rate limits are enforced"),
    RATE_LIMIT_HOUR("rate-limit-hour", "1000", "NUMBER", "maximum requests of an organization per hour"),
    RATE_LIMIT_MINUTE("rate-limit-minute", "100", "NUMBER", "maximum requests of an organization per minute"),
    RATE_LIMIT_PUBLIC_MINUTE(
            "rate-limit-public-minute", "60", "NUMBER", "maximum requests without a token of an IP address per minute"),
    RATE_LIMIT_MEMBER_MINUTE(
            "rate-limit-member-minute",
            "120",
            "NUMBER",
            "maximum requests of a member per minute, in dialects that count by member"),
    TRUSTED_PROXIES(
            "trusted-proxies",
            null,
            "NETWORKS",
            "networks of proxies whose Forwarded headers are trusted, for example 10.0.0.0/8,fd00::/8"),
    REQUEST_LOG("request-log", "off", "on|off", "whether each request is logged, without personal data");

    private enum Shown {
        PLAIN,
        MASKED
    }

    private final String key;
    private final @Nullable String defaultValue;
    private final String placeholder;
    private final String meaning;
    private final Shown shown;

    Setting(String key, @Nullable String defaultValue, String placeholder, String meaning) {
        this(key, defaultValue, placeholder, meaning, Shown.PLAIN);
    }

    Setting(String key, @Nullable String defaultValue, String placeholder, String meaning, Shown shown) {
        this.key = key;
        this.defaultValue = defaultValue;
        this.placeholder = placeholder;
        this.meaning = meaning;
        this.shown = shown;
    }

    /** Returns the name in the settings file. */
    public String key() {
        return key;
    }

    public String flag() {
        return "--" + key;
    }

    public String variable() {
        return "CONTACTS4J_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    @Nullable
    public String defaultValue() {
        return defaultValue;
    }

    public String placeholder() {
        return placeholder;
    }

    public String meaning() {
        return meaning;
    }

    /** Returns whether repeated flags on the command line add values. Otherwise the last one applies. */
    public boolean isRepeatable() {
        return this == DIALECT;
    }

    /** Returns whether the value must not be shown. The sources of settings can name a file with it instead. */
    public boolean isSecret() {
        return shown == Shown.MASKED;
    }
}
