package org.contacts4j.bootstrap;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.MaskedSettings;
import org.contacts4j.bootstrap.settings.Signing;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.ServedApi;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.jdbi.EncryptionKeys;

/** The text that the server prints to standard output when it is ready. */
public record StartupBanner(Config config, List<ServedApi> apis) {

    private static final Duration FIRST_TOKEN_LIFETIME = Duration.ofHours(24);

    /** Returns the URLs, limits and data location, the commands for the first steps, and the ready line at the end. */
    public String text() {
        return String.join(
                System.lineSeparator(),
                "Contacts4J " + Version.CURRENT,
                "  URL     " + url(config.host()) + "/api/v1",
                dialects() + limits(),
                "  Data    "
                        + (config.usesDefaultDatabase()
                                ? "H2 in " + config.folder().path()
                                : MaskedSettings.url(config.database().url())),
                "  Secrets " + secrets(),
                "  Tokens  " + config.signing().description(),
                gettingStarted(),
                "Contacts4J ready at " + url(config.host()) + " in " + secondsSinceStart() + " s");
    }

    private String secrets() {
        EncryptionKeys keys = config.database().encryptionKeys();
        return keys.isEmpty()
                ? "plain text in the database; encryption-key encrypts them"
                : "encrypted in the database, with key " + keys.currentId();
    }

    private String dialects() {
        return apis.stream()
                .skip(1)
                .flatMap(api -> api.paths().stream()
                        .map(path -> "  Also    " + url(config.host(), api.port()) + path + " (" + api.name() + ")"))
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private String limits() {
        RateLimits limits = config.limits();
        return limits == null
                ? "  Limits  none"
                : "  Limits  %d requests an hour and %d a minute for each organization"
                        .formatted(limits.perHour(), limits.perMinute());
    }

    private String gettingStarted() {
        if (config.signing() instanceof Signing.Issuer) {
            return step("Get a token from the issuer, then create a contact:", curl("TOKEN"));
        }
        // A configured secret protects real data, so no token signed with it may appear in a log.
        if (config.signing() instanceof Signing.Configured) {
            return step("Create a token with the same settings:", tokenCommand())
                    + step("Create a contact with it:", curl("TOKEN"));
        }
        String token = TokenSigner.of(config).sign(Caller.member("demo", "ada"), FIRST_TOKEN_LIFETIME);
        return step(
                        "Create a contact (the token is valid for " + FIRST_TOKEN_LIFETIME.toHours() + " hours):",
                        curl(token))
                + step("Create more tokens:", tokenCommand());
    }

    /** Returns the command for this server. It works in any working directory. */
    private String tokenCommand() {
        String folder = config.signing() instanceof Signing.Kept
                ? " --data-dir '" + config.folder().path() + "'"
                : "";
        return "java -jar " + System.getProperty("java.class.path") + " token --org demo --member ada --role member"
                + " --data all --expires 30d" + folder;
    }

    private static String step(String what, String command) {
        return "%n%s%n%n  %s%n".formatted(what, command);
    }

    private String curl(String token) {
        return "curl -s " + url(reachableHost()) + "/api/v1/contacts -H 'Authorization: Bearer " + token
                + "' -H 'Content-Type: application/json' -d '{\"name\":\"Ada Lovelace\",\"email\":\"ada@example.org\"}'";
    }

    private String reachableHost() {
        return switch (config.host()) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> config.host();
        };
    }

    private String url(String host) {
        return url(host, apis.get(0).port());
    }

    private static String url(String host, int port) {
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String secondsSinceStart() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        return String.format(Locale.ROOT, "%.2f", (System.currentTimeMillis() - started) / 1000.0);
    }
}
