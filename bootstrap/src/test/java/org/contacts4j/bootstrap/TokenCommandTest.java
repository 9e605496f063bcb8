package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCommandTest {

    private static final String SECRET = "a secret that is longer than 32 bytes";

    @TempDir
    private Path directory;

    @Test
    void signsWithTheConfiguredSecret() throws Exception {
        assertThat(token().verify(new MACVerifier(SECRET))).isTrue();
    }

    @Test
    void signsWithTheSecretInTheDataFolder() throws Exception {
        String secret = new DataFolder(directory.resolve("contacts4j-data")).secret();
        SignedJWT token = parsed(Outcome.of(directory, "token", "--org", "acme", "--member", "ada"));

        assertThat(token.verify(new MACVerifier(secret))).isTrue();
    }

    @Test
    void printsTheTokenAndNothingElse() {
        assertThat(Outcome.of(directory, "token", "--org", "acme", "--member", "ada", "--jwt-secret", SECRET)
                        .out())
                .matches("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\R");
    }

    @Test
    void saysWhoIsAsking() throws Exception {
        JWTClaimsSet claims = token("--role", "viewer", "--data", "assigned").getJWTClaimsSet();

        assertThat(List.of(
                        claims.getSubject(), claims.getClaim("org"), claims.getClaim("role"), claims.getClaim("data")))
                .containsExactly("ada", "acme", "viewer", "assigned");
    }

    @Test
    void isForAMemberWhoSeesAllUnlessToldOtherwise() throws Exception {
        JWTClaimsSet claims = token().getJWTClaimsSet();

        assertThat(List.of(claims.getClaim("role"), claims.getClaim("data"))).containsExactly("member", "all");
    }

    @Test
    void lastsAsLongAsAsked() throws Exception {
        Instant expiry =
                token("--expires", "12h").getJWTClaimsSet().getExpirationTime().toInstant();

        assertThat(expiry).isCloseTo(Instant.now().plus(12, ChronoUnit.HOURS), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void carriesTheIssuerAndAudienceThatTheServerChecks() throws Exception {
        JWTClaimsSet claims = token("--issuer", "us", "--audience", "contacts").getJWTClaimsSet();

        assertThat(claims.getIssuer()).isEqualTo("us");
        assertThat(claims.getAudience()).containsExactly("contacts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0d", "-1h", "12", "h", "1y", "1.5h", "9999999d"})
    void refusesALifetimeItCannotRead(String expires) {
        assertThat(run("--expires", expires).err())
                .isEqualTo("contacts4j: --expires must be a number and s, m, h or d, such as 30d or 12h, not '"
                        + expires + "'" + System.lineSeparator());
    }

    @Test
    void refusesALifetimeThatTheServerWouldRefuse() {
        assertThat(run("--expires", "13h", "--token-max-lifetime", "12h").err())
                .isEqualTo("contacts4j: --expires must be at most 43200s, the maximum that token-max-lifetime sets,"
                        + " not '13h'" + System.lineSeparator());
        assertThat(run("--expires", "12h", "--token-max-lifetime", "12h").err()).isEmpty();
    }

    @Test
    void refusesARoleThatDoesNotExist() {
        assertThat(run("--role", "king"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "contacts4j: --role must be one of admin, member, viewer, not 'king'"
                                + System.lineSeparator()));
    }

    @Test
    void makesNoTokensWhenAnIssuerDoes() {
        assertThat(Outcome.of(directory, "token", "--org", "acme", "--member", "ada", "--jwks", "keys.json"))
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "contacts4j: tokens come from the issuer whose keys are in --jwks; this server cannot make any"
                                + System.lineSeparator()));
    }

    @Test
    void makesNoSecretOfItsOwn() {
        Outcome outcome = Outcome.of(directory, "token", "--org", "acme", "--member", "ada");

        assertThat(outcome.err()).contains("there is no signing secret in").contains("start the server once");
        assertThat(Files.exists(directory.resolve("contacts4j-data"))).isFalse();
    }

    private SignedJWT token(String... more) throws Exception {
        return parsed(run(more));
    }

    private static SignedJWT parsed(Outcome outcome) throws Exception {
        return SignedJWT.parse(outcome.out().strip());
    }

    private Outcome run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("token", "--org", "acme", "--member", "ada", "--jwt-secret", SECRET));
        arguments.addAll(List.of(more));
        return Outcome.of(directory, arguments.toArray(String[]::new));
    }
}
