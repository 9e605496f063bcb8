package org.contacts4j.bootstrap;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the server. Each has a name, a default (null when it has none), a placeholder, a description, and a
 * flag that masks its value. For example, {@code db-url} in the settings file is also the flag {@code --db-url} and the
 * environment variable {@code CONTACTS4J_DB_URL}.
 */
enum Setting {
    HOST("host", "127.0.0.1", "ADDRESS", "address to listen on; 0.0.0.0 is every one this machine has"),
    PORT("port", "8080", "NUMBER", "port to listen on; 0 picks a free one"),
    DATA_DIR("data-dir", "./contacts4j-data", "FOLDER", "folder for the database and the signing secret"),
    DB_URL(
            "db-url",
            null,
            "URL",
            "JDBC URL of the database, jdbc:postgresql://... or jdbc:h2:...; else H2 in the data folder"),
    DB_USER("db-user", null, "NAME", "database user"),
    DB_PASSWORD("db-password", null, "PASSWORD", "database password", Shown.MASKED),
    DB_POOL_SIZE("db-pool-size", "10", "NUMBER", "most database connections at once"),
    DB_CONNECT_WAIT(
            "db-connect-wait",
            "60s",
            "TIME",
            "how long a start waits for a database that does not answer yet; 0 gives up at once"),
    JWT_SECRET(
            "jwt-secret",
            null,
            "SECRET",
            "secret that signs tokens, 32 bytes or more; else one is made and kept in the data folder",
            Shown.MASKED),
    JWKS("jwks", null, "FILE|URL", "JWK set with the keys of a token issuer, instead of a secret"),
    ISSUER("issuer", null, "NAME", "what a token's iss must be; else it is not checked"),
    AUDIENCE("audience", null, "NAME", "what a token's aud must contain; else it is not checked"),
    PUBLIC_ORGANIZATIONS(
            "public-organizations",
            null,
            "NAMES",
            "organisations whose contacts anybody may read, create and change at /contacts; else that takes a token"),
    ATTACHMENTS("attachments", "folder", "PLACE", "where the content of attachments is kept: folder or database"),
    ATTACHMENTS_DIR("attachments-dir", null, "FOLDER", "the folder of attachments; else one in the data folder"),
    ATTACHMENT_LIMIT("attachment-limit", "25", "NUMBER", "the largest attachment, in MiB"),
    ATTACHMENTS_QUOTA(
            "attachments-quota", "10240", "NUMBER", "the most that all attachments of an organisation have, in MiB"),
    UNIQUE_EMAILS(
            "unique-emails", "off", "on|off", "whether an e-mail address is of one contact of an organisation alone"),
    WEBHOOK_ALLOW(
            "webhook-allow",
            null,
            "NETWORKS",
            "networks that webhooks may call though they are not public, such as 10.0.0.0/8,fd00::/8"),
    WEBHOOK_RETRY_SCHEDULE(
            "webhook-retry-schedule",
            "5s,5m,30m,2h,5h,10h,14h,20h,24h",
            "TIMES",
            "how long to wait after each failed call of a webhook; the last one repeats for five days"),
    WEBHOOK_TIMEOUT("webhook-timeout", "15s", "TIME", "how long a call of a webhook may take; 1s to 60s"),
    DIALECT(
            "dialect",
            null,
            "NAME=PORT|off",
            "a dialect at a port of its own, or switched off, such as bottlecrm=3030; may be repeated"),
    RATE_LIMIT("rate-limit", "on", "on|off", "whether callers may ask only so often"),
    RATE_LIMIT_HOUR("rate-limit-hour", "1000", "NUMBER", "requests of an organisation in an hour"),
    RATE_LIMIT_MINUTE("rate-limit-minute", "100", "NUMBER", "requests of an organisation in a minute"),
    RATE_LIMIT_PUBLIC_MINUTE(
            "rate-limit-public-minute", "60", "NUMBER", "requests of an address without a token in a minute"),
    RATE_LIMIT_MEMBER_MINUTE(
            "rate-limit-member-minute",
            "120",
            "NUMBER",
            "requests of a member in a minute, where a dialect wants that"),
    TRUSTED_PROXIES(
            "trusted-proxies",
            null,
            "NETWORKS",
            "networks of proxies that are believed when they say for whom they ask, such as 10.0.0.0/8,fd00::/8");

    private enum Shown {
        OPENLY,
        MASKED
    }

    private final String key;
    private final @Nullable String preset;
    private final String placeholder;
    private final String meaning;
    private final Shown shown;

    Setting(String key, @Nullable String preset, String placeholder, String meaning) {
        this(key, preset, placeholder, meaning, Shown.OPENLY);
    }

    Setting(String key, @Nullable String preset, String placeholder, String meaning, Shown shown) {
        this.key = key;
        this.preset = preset;
        this.placeholder = placeholder;
        this.meaning = meaning;
        this.shown = shown;
    }

    /** Returns the name in the settings file. */
    String key() {
        return key;
    }

    String flag() {
        return "--" + key;
    }

    String variable() {
        return "CONTACTS4J_" + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Returns the environment variable that names a file with the value; for secrets only. */
    String fileVariable() {
        return variable() + "_FILE";
    }

    @Nullable
    String preset() {
        return preset;
    }

    String placeholder() {
        return placeholder;
    }

    String meaning() {
        return meaning;
    }

    /** Returns whether repeated flags on the command line add values. Otherwise the last one applies. */
    boolean isRepeatable() {
        return this == DIALECT;
    }

    boolean isSecret() {
        return shown == Shown.MASKED;
    }
}
