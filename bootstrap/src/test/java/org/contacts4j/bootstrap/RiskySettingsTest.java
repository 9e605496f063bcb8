package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.bootstrap.settings.Config;
import org.contacts4j.bootstrap.settings.RiskySettings;
import org.contacts4j.bootstrap.settings.Setting;
import org.contacts4j.bootstrap.settings.Settings;
import org.contacts4j.bootstrap.settings.Settings.Source;
import org.contacts4j.bootstrap.settings.Settings.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifies which settings cause a warning at startup. */
class RiskySettingsTest {

    @TempDir
    private Path directory;

    @Test
    void warnsOfNothingByDefault() {
        assertThat(warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public-organizations=acme unique-emails=on | public-organizations together with unique-emails on",
                "public-organizations=acme rate-limit=off | public-organizations together with rate-limit off",
                "host=0.0.0.0 | host 0.0.0.0 without trusted-proxies",
                "host=:: | host :: without trusted-proxies",
                "host=contacts.example.org | host contacts.example.org without trusted-proxies",
                "host=0.0.0.0 trusted-proxies=10.0.0.0/8 rate-limit=off | host 0.0.0.0 with rate-limit off",
                "webhook-allow=0.0.0.0/0 | webhook-allow is wider",
                "webhook-allow=10.0.0.0/8,::/0 | webhook-allow is wider",
                "webhook-allow=0.0.0.0/1,128.0.0.0/1 | webhook-allow is wider",
                "trusted-proxies=0.0.0.0/0 | trusted-proxies is wider",
                "jwt-secret=a-secret-of-more-than-thirty-two-bytes | --jwt-secret on the command line",
                "db-password=horse | Set CONTACTS4J_DB_PASSWORD_FILE",
                "db-url=jdbc:postgresql://db/contacts | no encryption-key: webhook secrets are plain text",
                "encryption-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= | Set CONTACTS4J_ENCRYPTION_KEY_FILE"
            })
    void warnsOnceOfEachRisk(String set, String warning) {
        assertThat(warnings(set.split(" "))).singleElement().asString().contains(warning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public-organizations=acme",
                "unique-emails=on",
                "rate-limit=off",
                "host=127.0.0.1",
                "host=127.8.8.8",
                "host=::1",
                "host=localhost",
                "host=0.0.0.0 trusted-proxies=10.0.0.0/8",
                "webhook-allow=10.0.0.0/8,fc00::/7",
                "trusted-proxies=10.0.0.0/8,fc00::/7"
            })
    void warnsOfNothingThatIsUsual(String set) {
        assertThat(warnings(set.split(" "))).isEmpty();
    }

    @Test
    void warnsOfEachOfManyRisks() {
        assertThat(warnings(
                        "public-organizations=acme",
                        "unique-emails=on",
                        "rate-limit=off",
                        "host=0.0.0.0",
                        "webhook-allow=0.0.0.0/0",
                        "jwt-secret=a-secret-of-more-than-thirty-two-bytes"))
                .hasSize(5);
    }

    @Test
    void neverRepeatsASecret() {
        assertThat(String.join("", warnings("db-password=hunter2"))).doesNotContain("hunter2");
    }

    /** Secrets in the environment or in a file do not appear in the process list. */
    @Test
    void warnsOfSecretsOnTheCommandLineAlone() {
        Map<Setting, Value> environment =
                Map.of(Setting.DB_PASSWORD, new Value("horse", Source.ENVIRONMENT, "CONTACTS4J_DB_PASSWORD"));
        Settings settings = Settings.of(List.of(environment));
        assertThat(RiskySettings.warnings(settings, Config.of(settings, directory)))
                .isEmpty();
    }

    @Test
    void areListedForOperators() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "operating.md"));
        String section = page.substring(page.indexOf("## Warnings at start"));
        for (Setting setting : List.of(
                Setting.PUBLIC_ORGANIZATIONS,
                Setting.UNIQUE_EMAILS,
                Setting.RATE_LIMIT,
                Setting.HOST,
                Setting.TRUSTED_PROXIES,
                Setting.WEBHOOK_ALLOW,
                Setting.JWT_SECRET,
                Setting.DB_PASSWORD,
                Setting.DB_URL,
                Setting.ENCRYPTION_KEY)) {
            assertThat(section).contains("`" + setting.flag());
        }
    }

    /** Returns the warnings for these flags, each given as {@code key=value}. */
    private List<String> warnings(String... flags) {
        Map<Setting, Value> set = new EnumMap<>(Setting.class);
        for (String flag : flags) {
            String[] parts = flag.strip().split("=", 2);
            Setting setting = List.of(Setting.values()).stream()
                    .filter(one -> one.key().equals(parts[0]))
                    .findFirst()
                    .orElseThrow();
            set.put(setting, new Value(parts[1], Source.FLAG, setting.flag()));
        }
        Settings settings = Settings.of(List.of(set));
        return RiskySettings.warnings(settings, Config.of(settings, directory));
    }
}
