package org.contacts4j.bootstrap.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.domain.network.IpAddress;
import org.contacts4j.domain.network.Network;

/** Warnings about settings that are valid but dangerous, alone or in combination. docs/operating.md lists them. */
public final class RiskySettings {

    /** The shortest prefix of a private network: the largest are 10.0.0.0/8 and fc00::/7 (RFC 1918, RFC 4193). */
    private static final int PRIVATE_NETWORK_BITS = 7;

    private final Settings settings;
    private final Config config;
    private final List<String> warnings = new ArrayList<>();

    private RiskySettings(Settings settings, Config config) {
        this.settings = settings;
        this.config = config;
    }

    /** Returns one line per risk, with the risk and the setting to use instead. */
    public static List<String> warnings(Settings settings, Config config) {
        RiskySettings risks = new RiskySettings(settings, config);
        risks.checkPublicOrganizations();
        risks.checkHost();
        risks.checkNetworks();
        risks.checkSecrets();
        risks.checkEncryption();
        return List.copyOf(risks.warnings);
    }

    private void checkPublicOrganizations() {
        if (config.publicOrganizations().isEmpty()) {
            return;
        }
        if (config.uniqueEmails()) {
            warnings.add(
                    "public-organizations together with unique-emails on: anyone can find out without a token whether"
                            + " an e-mail address is that of a contact. Set unique-emails to off, or remove public-organizations.");
        }
        if (config.limits() == null) {
            warnings.add("public-organizations together with rate-limit off: anyone can create contacts without a token"
                    + " and without limit. Set rate-limit to on, or remove public-organizations.");
        }
    }

    private void checkHost() {
        if (isLoopback(config.host())) {
            return;
        }
        if (!settings.has(Setting.TRUSTED_PROXIES)) {
            warnings.add(
                    "host " + config.host() + " without trusted-proxies: the server speaks plain HTTP, so tokens can"
                            + " be read on the network unless a proxy ends TLS, and an unnamed proxy's clients share one rate limit."
                            + " Put a TLS proxy in front and name it in trusted-proxies, or set host to 127.0.0.1.");
        }
        if (config.limits() == null && config.publicOrganizations().isEmpty()) {
            warnings.add(
                    "host " + config.host() + " with rate-limit off: a single client can use up the server and guess"
                            + " tokens without limit. Set rate-limit to on, or limit requests in a proxy.");
        }
    }

    private void checkNetworks() {
        if (namesMostAddresses(Setting.WEBHOOK_ALLOW)) {
            warnings.add(
                    "webhook-allow is wider than any private network: every administrator of every organization can"
                            + " make this server call addresses of its own machine, of its network and of its cloud provider."
                            + " Name only the networks of your receivers in webhook-allow.");
        }
        if (namesMostAddresses(Setting.TRUSTED_PROXIES)) {
            warnings.add("trusted-proxies is wider than any private network: clients can say in X-Forwarded-For which"
                    + " address they are counted as, and evade the rate limit."
                    + " Name only the networks of your proxies in trusted-proxies.");
        }
    }

    private void checkSecrets() {
        for (Setting secret : Setting.values()) {
            if (secret.isSecret() && settings.get(secret).name().equals(secret.flag())) {
                warnings.add(
                        secret.flag() + " on the command line: every user of this machine can read it in the list of"
                                + " processes. Set " + Source.ENVIRONMENT.fileName(secret)
                                + " to a file with the value instead.");
            }
        }
    }

    private void checkEncryption() {
        if (!config.usesDefaultDatabase() && config.database().encryptionKeys().isEmpty()) {
            warnings.add(
                    "no encryption-key: webhook secrets are plain text in the database, so everyone who reads it or a"
                            + " backup can sign deliveries. Set " + Source.ENVIRONMENT.fileName(Setting.ENCRYPTION_KEY)
                            + " to a file with the output of: openssl rand -base64 32");
        }
    }

    private boolean namesMostAddresses(Setting networks) {
        return Stream.ofNullable(settings.textOrNull(networks))
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .flatMap(cidr -> Network.parse(cidr).stream())
                .anyMatch(network -> network.bits() < PRIVATE_NETWORK_BITS);
    }

    /** Treats names other than {@code localhost} as reachable, because their address can change. */
    private static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || IpAddress.parse(host)
                        .filter(address -> address.isLoopbackAddress())
                        .isPresent();
    }
}
