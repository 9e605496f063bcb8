package org.contacts4j.bootstrap.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.network.Network;
import org.contacts4j.domain.webhook.RetrySchedule;
import org.contacts4j.http.DialectPorts;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.webhooks.WebhookSettings;
import org.jspecify.annotations.Nullable;

/**
 * The validated configuration of the server.
 *
 * @param port the port to listen on; 0 selects a free port
 * @param usesDefaultDatabase whether the database is the default one, in the data folder
 * @param issuer the required {@code iss} of a token; null disables the check
 * @param audience the value that a token's {@code aud} must contain; null disables the check
 * @param maxTokenLifetime the maximum time from the {@code iat} of a token to its {@code exp}; null disables the check
 * @param auditRetention the time after which entries of the audit log are deleted
 * @param publicOrganizations the organizations whose contacts callers without a token may read, create and change on
 *     the public routes of dialects
 * @param attachments the storage of attachments, with its limits
 * @param uniqueEmails whether contacts may not share an e-mail address
 * @param webhooks the settings for webhook deliveries
 * @param trustedProxies the networks of proxies whose forwarding headers are trusted
 * @param limits the rate limits of a node; null disables rate limiting
 * @param dialectPorts the ports of the dialects
 * @param requestLog whether each request is logged
 */
public record Config(
        String host,
        int port,
        DataFolder folder,
        boolean usesDefaultDatabase,
        DatabaseSettings database,
        Signing signing,
        @Nullable String issuer,
        @Nullable String audience,
        @Nullable Duration maxTokenLifetime,
        Duration auditRetention,
        List<OrganizationId> publicOrganizations,
        Attachments attachments,
        boolean uniqueEmails,
        WebhookSettings webhooks,
        List<Network> trustedProxies,
        @Nullable RateLimits limits,
        DialectPorts dialectPorts,
        boolean requestLog) {

    /** The maximum number of public organizations. A lookup of a nonexistent contact may query each of them. */
    private static final int MOST_PUBLIC = 100;

    private static final int MOST_REQUESTS = 1_000_000_000;
    private static final Duration LONGEST_WEBHOOK_TIMEOUT = Duration.ofSeconds(60);

    /**
     * Returns the configuration for these settings. Relative paths are resolved against {@code directory}.
     *
     * @throws CannotStart when a setting is invalid
     */
    public static Config of(Settings settings, Path directory) {
        DataFolder folder = new DataFolder(path(settings, Setting.DATA_DIR, directory));
        return new Config(
                settings.text(Setting.HOST),
                settings.number(Setting.PORT, 0, 65_535),
                folder,
                !settings.has(Setting.DB_URL),
                DatabaseSetting.database(settings, folder),
                signing(settings, folder),
                settings.textOrNull(Setting.ISSUER),
                settings.textOrNull(Setting.AUDIENCE),
                maxTokenLifetime(settings),
                auditRetention(settings),
                publicOrganizations(settings),
                attachments(settings, folder, directory),
                isOn(settings, Setting.UNIQUE_EMAILS),
                webhooks(settings),
                networks(settings, Setting.TRUSTED_PROXIES),
                limits(settings),
                DialectSetting.dialectPorts(settings),
                isOn(settings, Setting.REQUEST_LOG));
    }

    private static Signing signing(Settings settings, DataFolder folder) {
        String secret = settings.textOrNull(Setting.JWT_SECRET);
        String jwks = settings.textOrNull(Setting.JWKS);
        if (secret != null && jwks != null) {
            throw settings.refuse(Setting.JWKS, "cannot be set together with jwt-secret: choose one");
        }
        if (jwks != null) {
            return new Signing.Issuer(jwks);
        }
        return secret == null
                ? new Signing.Kept(folder)
                : new Signing.Configured(
                        secret, settings.get(Setting.JWT_SECRET).origin());
    }

    private static @Nullable Duration maxTokenLifetime(Settings settings) {
        String text = settings.textOrNull(Setting.TOKEN_MAX_LIFETIME);
        return text == null
                ? null
                : TokenLifetime.parse(text.strip())
                        .orElseThrow(() -> settings.refuse(
                                Setting.TOKEN_MAX_LIFETIME, "must be a number and s, m, h or d, such as 12h"));
    }

    private static Duration auditRetention(Settings settings) {
        return TokenLifetime.parse(settings.text(Setting.AUDIT_RETENTION).strip())
                .orElseThrow(() ->
                        settings.refuse(Setting.AUDIT_RETENTION, "must be a number and s, m, h or d, such as 365d"));
    }

    private static List<OrganizationId> publicOrganizations(Settings settings) {
        String text = settings.textOrNull(Setting.PUBLIC_ORGANIZATIONS);
        List<String> names = text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .distinct()
                        .toList();
        boolean usable = names.stream().allMatch(name -> !name.isEmpty() && name.length() <= OrganizationId.MAX_LENGTH);
        if (!usable || names.size() > MOST_PUBLIC) {
            throw settings.refuse(
                    Setting.PUBLIC_ORGANIZATIONS, "must be at most " + MOST_PUBLIC + " names with commas between");
        }
        return names.stream().map(OrganizationId::new).toList();
    }

    private static Attachments attachments(Settings settings, DataFolder folder, Path directory) {
        String place = settings.text(Setting.ATTACHMENTS);
        if (!place.equals("folder") && !place.equals("database")) {
            throw settings.refuse(Setting.ATTACHMENTS, "must be folder or database");
        }
        Path attachments = settings.has(Setting.ATTACHMENTS_DIR)
                ? path(settings, Setting.ATTACHMENTS_DIR, directory)
                : folder.path().resolve("attachments");
        long limit = settings.number(Setting.ATTACHMENT_LIMIT, 1, 1_024);
        long quota = settings.number(Setting.ATTACHMENTS_QUOTA, 1, Integer.MAX_VALUE);
        return new Attachments(place.equals("folder"), attachments, new AttachmentLimits(limit << 20, quota << 20));
    }

    private static boolean isOn(Settings settings, Setting setting) {
        return switch (settings.text(setting)) {
            case "on" -> true;
            case "off" -> false;
            default -> throw settings.refuse(setting, "must be on or off");
        };
    }

    private static WebhookSettings webhooks(Settings settings) {
        return new WebhookSettings(
                networks(settings, Setting.WEBHOOK_ALLOW),
                new RetrySchedule(durations(settings, Setting.WEBHOOK_RETRY_SCHEDULE)),
                timeout(settings));
    }

    private static @Nullable RateLimits limits(Settings settings) {
        RateLimits limits = new RateLimits(
                settings.number(Setting.RATE_LIMIT_HOUR, 1, MOST_REQUESTS),
                settings.number(Setting.RATE_LIMIT_MINUTE, 1, MOST_REQUESTS),
                settings.number(Setting.RATE_LIMIT_PUBLIC_MINUTE, 1, MOST_REQUESTS),
                settings.number(Setting.RATE_LIMIT_MEMBER_MINUTE, 1, MOST_REQUESTS),
                null);
        return isOn(settings, Setting.RATE_LIMIT) ? limits : null;
    }

    private static List<Network> networks(Settings settings, Setting setting) {
        String text = settings.textOrNull(setting);
        List<Network> networks = new ArrayList<>();
        for (String cidr : text == null ? new String[0] : text.split(",", -1)) {
            networks.add(Network.parse(cidr)
                    .orElseThrow(() -> settings.refuse(
                            setting, "must be networks with commas between, such as 10.0.0.0/8,fd00::/8")));
        }
        return networks;
    }

    private static Duration timeout(Settings settings) {
        List<Duration> times = durations(settings, Setting.WEBHOOK_TIMEOUT);
        if (times.size() != 1 || times.get(0).compareTo(LONGEST_WEBHOOK_TIMEOUT) > 0) {
            throw settings.refuse(Setting.WEBHOOK_TIMEOUT, "must be a time from 1s to 60s");
        }
        return times.get(0);
    }

    private static List<Duration> durations(Settings settings, Setting setting) {
        List<Duration> times = new ArrayList<>();
        for (String time : settings.text(setting).split(",", -1)) {
            times.add(TokenLifetime.parse(time.strip())
                    .orElseThrow(() -> settings.refuse(
                            setting,
                            "must be numbers, each with s, m, h or d, with commas between, such as 5s,5m,2h")));
        }
        return times;
    }

    private static Path path(Settings settings, Setting setting, Path directory) {
        try {
            return directory.resolve(settings.text(setting)).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw settings.refuse(setting, "must be a path");
        }
    }
}
