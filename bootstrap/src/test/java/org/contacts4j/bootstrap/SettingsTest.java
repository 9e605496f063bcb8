package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.contacts4j.bootstrap.settings.Setting;
import org.contacts4j.bootstrap.settings.Settings;
import org.contacts4j.bootstrap.settings.SettingsInEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettingsTest {

    private static final Map<String, String> PORT_IN_ENVIRONMENT = Map.of("CONTACTS4J_PORT", "2002");

    @TempDir
    private Path directory;

    @Test
    void takesAFlagOverTheEnvironment() {
        assertThat(config(PORT_IN_ENVIRONMENT, "--port", "1001")).containsPattern("port +1001 +flag --port");
    }

    @Test
    void takesTheEnvironmentOverTheFile() throws IOException {
        file("port=3003");

        assertThat(config(PORT_IN_ENVIRONMENT)).containsPattern("port +2002 +environment CONTACTS4J_PORT");
    }

    @Test
    void takesTheFileOverTheDefault() throws IOException {
        file("port=3003");

        assertThat(config(Map.of())).containsPattern("port +3003 +file contacts4j.properties");
    }

    @Test
    void takesTheDefaultWhenNothingIsSaid() {
        assertThat(config(Map.of())).containsPattern("port +8080 +default");
    }

    @Test
    void readsTheFileThatConfigNames() throws IOException {
        Files.writeString(directory.resolve("other.properties"), "port=4004");

        assertThat(config(Map.of(), "--config", "other.properties"))
                .containsPattern("port +4004 +file .*other.properties");
    }

    @Test
    void takesFlagsBeforeTheCommandToo() {
        assertThat(Outcome.of(directory, "--port", "1001", "config").out()).containsPattern("port +1001 +flag --port");
    }

    @Test
    void takesAFlagThatMayBeRepeatedForEverythingItSays() {
        assertThat(config(Map.of(), "--dialect", "bottlecrm=3030", "--dialect", "other=off"))
                .containsPattern("dialect +bottlecrm=3030,other=off +flag --dialect");
    }

    @Test
    void takesAnEmptyVariableAsNotSet() {
        assertThat(config(Map.of("CONTACTS4J_PORT", ""))).containsPattern("port +8080 +default");
    }

    @ParameterizedTest
    @EnumSource
    void isNamedAlikeInEverySource(Setting setting) {
        assertThat(setting.flag().substring(2)).isEqualTo(setting.key());
        assertThat(setting.variable().substring("CONTACTS4J_".length()).toLowerCase(Locale.ROOT))
                .isEqualTo(setting.key().replace('-', '_'));
    }

    @ParameterizedTest
    @EnumSource
    void isShownByConfig(Setting setting) {
        assertThat(config(Map.of())).containsPattern("(?m)^" + setting.key() + " ");
    }

    @Test
    void refusesARegionWithoutPhoneNumbers() {
        assertThat(Outcome.of(directory, "--phone-region=Germany").err())
                .isEqualTo(line("phone-region (flag --phone-region) must be the code of a region in ISO 3166-1 alpha-2,"
                        + " such as DE or US, not 'Germany'"));
    }

    @Test
    void refusesWhatIsNeitherOnNorOff() {
        assertThat(Outcome.of(directory, "--unique-emails=yes").err())
                .isEqualTo(line("unique-emails (flag --unique-emails) must be on or off, not 'yes'"));
    }

    @Test
    void readsASecretFromTheFileThatAVariableNames() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), "s3cret\n");
        Settings settings = Settings.of(
                List.of(SettingsInEnvironment.read(Map.of("CONTACTS4J_DB_PASSWORD_FILE", secret.toString()))));

        assertThat(settings.text(Setting.DB_PASSWORD)).isEqualTo("s3cret");
    }

    @Test
    void readsASecretFromTheFileThatAFlagOrTheSettingsFileNames() throws IOException {
        Path secret = Files.writeString(directory.resolve("password"), "s3cret\n");

        assertThat(config(Map.of(), "--db-password-file", secret.toString()))
                .containsPattern("db-password +\\*+ +flag --db-password-file");
        file("db-password-file=" + secret);
        assertThat(config(Map.of())).containsPattern("db-password +\\*+ +file contacts4j.properties");
        assertThat(refusal("--db-password-file", "nowhere"))
                .isEqualTo(line("cannot read the file 'nowhere' that --db-password-file names: there is no such file"));
        assertThat(refusal("--db-password-file", "one", "--db-password", "two"))
                .isEqualTo(line("set either --db-password or --db-password-file, not both"));
    }

    @Test
    void refusesAnEncryptionKeyThatIsNoneAndNeverRepeatsIt() {
        assertThat(refusal("--encryption-key", "too-short"))
                .isEqualTo(line("encryption-key (flag --encryption-key) must be keys of 32 bytes in base64, such as the"
                        + " output of: openssl rand -base64 32"));
    }

    @Test
    void refusesASecretThatIsGivenTwice() {
        Map<String, String> environment =
                Map.of("CONTACTS4J_DB_PASSWORD", "one", "CONTACTS4J_DB_PASSWORD_FILE", "/two");

        assertThat(Outcome.of(environment, directory, "config").err())
                .isEqualTo(line("set either CONTACTS4J_DB_PASSWORD or CONTACTS4J_DB_PASSWORD_FILE, not both"));
    }

    @Test
    void refusesAnUnknownFlagAndSuggestsTheNearest() {
        assertThat(Outcome.of(directory, "--db-ulr=x"))
                .isEqualTo(new Outcome(2, "", line("unknown setting '--db-ulr'; did you mean '--db-url'?")));
    }

    @Test
    void refusesAnUnknownVariableAndSuggestsTheNearest() {
        assertThat(Outcome.of(Map.of("CONTACTS4J_DB_ULR", "x"), directory, "config"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        line("unknown setting 'CONTACTS4J_DB_ULR' in the environment;"
                                + " did you mean 'CONTACTS4J_DB_URL'?")));
    }

    @Test
    void refusesAnUnknownKeyInTheFileAndSuggestsTheNearest() throws IOException {
        file("db-ulr=x");

        assertThat(Outcome.of(directory, "config"))
                .isEqualTo(new Outcome(
                        1, "", line("unknown setting 'db-ulr' in contacts4j.properties; did you mean 'db-url'?")));
    }

    @Test
    void suggestsNothingWhenNothingIsNear() {
        assertThat(Outcome.of(directory, "--colour=blue").err()).isEqualTo(line("unknown setting '--colour'"));
    }

    @Test
    void refusesAFileThatIsNoPropertiesFile() throws IOException {
        file("port=\\u12");

        assertThat(Outcome.of(directory, "config"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        line("cannot read the settings in '" + directory.resolve("contacts4j.properties")
                                + "': Malformed \\uxxxx encoding.")));
    }

    @Test
    void refusesToStartWithoutTheFileThatConfigNames() {
        assertThat(Outcome.of(directory, "config", "--config", "none.properties")
                        .err())
                .isEqualTo(line("cannot read the settings in '" + directory.resolve("none.properties")
                        + "': there is no such file"));
    }

    @Test
    void saysWhatANumberMustBeAndWhereItWasWrong() throws IOException {
        file("port=70000");

        assertThat(Outcome.of(directory))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        line("port (file contacts4j.properties) must be a whole number from 0 to 65535,"
                                + " not '70000'")));
    }

    @Test
    void takesAWrongFlagForAWrongCommandLine() {
        assertThat(Outcome.of(directory, "--port", "http").exitCode()).isEqualTo(2);
    }

    @Test
    void refusesADatabaseItDoesNotKnow() {
        assertThat(Outcome.of(directory, "--db-url", "jdbc:mysql://localhost/contacts")
                        .err())
                .isEqualTo(line("db-url (flag --db-url) must begin with jdbc:postgresql: or jdbc:h2:,"
                        + " not 'jdbc:mysql://localhost/contacts'"));
    }

    @Test
    void refusesAReplicaOfAnotherDatabaseThanPostgresAndOneOfSeveralServers() {
        String replica = "jdbc:postgresql://replica/contacts";
        String primary = "jdbc:postgresql://primary/contacts";
        assertThat(refusal("--db-read-url", replica))
                .isEqualTo(line("db-read-url (flag --db-read-url) requires a db-url that begins with jdbc:postgresql:,"
                        + " not 'jdbc:postgresql://replica/contacts'"));
        assertThat(refusal("--db-url", primary, "--db-read-url", "jdbc:h2:mem:x"))
                .contains("and name one server");
        assertThat(refusal("--db-url", primary, "--db-read-url", "jdbc:postgresql://a,b/c"))
                .contains("and name one server");
        assertThat(refusal("--db-url", primary, "--db-read-url", replica, "--db-read-max-lag", "2h"))
                .contains("db-read-max-lag (flag --db-read-max-lag) must be a time from 1s to 1h");
        assertThat(refusal("--db-pooler", "session")).contains("must be none or transaction");
    }

    @Test
    void refusesASecretBesideAnIssuersKeys() {
        assertThat(Outcome.of(directory, "--jwks", "keys.json", "--jwt-secret", "a secret of more than 32 bytes, yes")
                        .err())
                .startsWith("contacts4j: jwks (flag --jwks) cannot be set together with jwt-secret");
    }

    @Test
    void refusesNetworksAndTimesThatAreNone() {
        assertThat(refusal("--webhook-allow", "10.0.0.0/8,localhost")).contains("webhook-allow", "must be networks");
        assertThat(refusal("--webhook-retry-schedule", "1s,2x")).contains("webhook-retry-schedule", "must be numbers");
        assertThat(refusal("--db-connect-wait", "2h")).contains("db-connect-wait", "0 or a time from 1s to 1h");
        assertThat(refusal("--webhook-timeout", "2m")).contains("webhook-timeout", "from 1s to 60s");
    }

    @Test
    void refusesPublicOrganizationsThatAreNoNames() {
        assertThat(refusal("--public-organizations", "acme,,bolt"))
                .isEqualTo(
                        line("public-organizations (flag --public-organizations) must be at most 100 names with commas"
                                + " between, not 'acme,,bolt'"));
        assertThat(refusal("--public-organizations", "x".repeat(129))).contains("must be at most 100 names");
        String many = IntStream.range(0, 101).mapToObj(i -> "o" + i).collect(Collectors.joining(","));
        assertThat(refusal("--public-organizations", many)).contains("must be at most 100 names");
    }

    @Test
    void refusesDialectsThatAreNowhereAndLimitsThatAreNone() {
        assertThat(refusal("--dialect", "bottlecrm")).contains("dialect (flag --dialect) must be names");
        assertThat(refusal("--dialect", "bottlecrm=70000")).contains("ports from 0 to 65535");
        assertThat(refusal("--dialect", "bottlecrm=off,canonical=3030")).contains("cannot move or close the canonical");
        assertThat(refusal("--rate-limit", "no")).contains("must be on or off");
        assertThat(refusal("--rate-limit-minute", "0")).contains("must be a whole number from 1");
        assertThat(refusal("--trusted-proxies", "proxy.local")).contains("trusted-proxies", "must be networks");
    }

    private String refusal(String... flags) {
        return Outcome.of(directory, flags).err();
    }

    private String config(Map<String, String> environment, String... flags) {
        String[] arguments =
                Stream.concat(Stream.of("config"), Stream.of(flags)).toArray(String[]::new);
        return Outcome.of(environment, directory, arguments).out();
    }

    private void file(String content) throws IOException {
        Files.writeString(directory.resolve("contacts4j.properties"), content);
    }

    private static String line(String message) {
        return "contacts4j: " + message + System.lineSeparator();
    }
}
