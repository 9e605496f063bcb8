package org.contacts4j.http.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.contacts4j.http.scenario.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetSourceTest {

    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path folder;

    private volatile long now;

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nX-Slow: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"})
    void aServerThatDripsIsLeftWhenTheWholeTimeIsOver(String beginning) throws Exception {
        try (JwkSetServer server = new JwkSetServer().dripping(beginning)) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> JwkSetRequest.send(server.uri("/keys"), SHORT))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("did not arrive whole");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, SHORT.plusSeconds(3));
            assertThat(server.isAbandoned()).isTrue();
        }
    }

    @Test
    void aServerThatDripsHoldsNoRequestForLong() throws Exception {
        ECKey known = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
        ECKey unknown = new ECKeyGenerator(Curve.P_256).keyID("2").generate();
        Executor threads = task -> new Thread(task).start();
        try (JwkSetServer server = new JwkSetServer().publishing(setOf(known)).dripping("HTTP/1.1 200 OK\r\n\r\n")) {
            JwkSetKeys keys = JwkSetKeys.load(server.uri("/keys").toString(), () -> now, threads);
            server.requests().clear();
            now = Duration.ofMinutes(1).toNanos();
            long start = System.nanoTime();
            CompletableFuture<Boolean> first = CompletableFuture.supplyAsync(() -> keys.verify(signedBy(unknown)));
            assertThat(server.requests().poll(10, TimeUnit.SECONDS))
                    .as("the set is read again")
                    .isNotNull();
            long meanwhile = System.nanoTime();
            assertThat(keys.verify(signedBy(known))).isTrue();
            assertThat(keys.verify(signedBy(unknown))).isFalse();
            assertThat(first).as("the first still waits").isNotDone();
            assertThat(Duration.ofNanos(System.nanoTime() - meanwhile)).isLessThan(Duration.ofSeconds(2));
            assertThat(first.get(4, TimeUnit.SECONDS)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(4_500));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsNoRedirect(int status) throws Exception {
        try (JwkSetServer server = new JwkSetServer()
                .answering("HTTP/1.1 " + status + " Elsewhere\r\nConnection: close\r\nLocation: /other\r\n"
                        + "Content-Length: 0\r\n\r\n")
                .publishing(setOf(new ECKeyGenerator(Curve.P_256).generate()))) {
            assertThatThrownBy(() -> new JwkSetSource(server.uri("/keys").toString()).read())
                    .hasMessage("it was answered with status " + status + " instead of 200");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void readsNoMoreThanAMebibyte() throws Exception {
        String most = "x".repeat(JwkSetSource.MAX_BYTES);
        try (JwkSetServer server =
                new JwkSetServer().publishing(most).publishing(most + "x").dripping("HTTP/1.1 200 OK\r\n\r\n" + most)) {
            JwkSetSource source = new JwkSetSource(server.uri("/keys").toString());
            assertThat(source.read()).hasSize(JwkSetSource.MAX_BYTES);
            assertThatThrownBy(source::read).hasMessage("it has more than 1048576 bytes");
            assertThatThrownBy(source::read).hasMessage("it has more than 1048576 bytes");
            assertThat(server.isAbandoned()).isTrue();
        }
        Path file = Files.writeString(folder.resolve("big.json"), most + "x");
        assertThatThrownBy(() -> new JwkSetSource(file.toString()).read()).hasMessage("it has more than 1048576 bytes");
    }

    @Test
    void sendsUserAndPasswordButNeverShowsThem() throws Exception {
        try (JwkSetServer server = new JwkSetServer()) {
            String url = server.uri("/keys?token=t0p").toString().replace("//", "//ada:s3cret@");
            assertThatThrownBy(() -> JwkSetKeys.load(url))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("http://********@127.0.0.1:")
                    .hasMessageContaining("/keys?********")
                    .hasMessageNotContainingAny("ada", "s3cret", "t0p");
            assertThat(server.requests().poll(5, TimeUnit.SECONDS)).contains("Authorization: Basic YWRhOnMzY3JldA==");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://id.example/keys, true",
        "HTTP://10.0.0.1/keys, true",
        "https://id.example/keys, false",
        "http://localhost:8080/keys, false",
        "http://127.0.0.1/keys, false",
        "http://[::1]:80/keys, false",
        "http://127.0.0.1.evil.example/keys, true",
        "/etc/keys.json, false"
    })
    void knowsWhereOthersCanReplaceTheKeys(String place, boolean unprotected) {
        assertThat(new JwkSetSource(place).isUnprotected()).isEqualTo(unprotected);
    }

    @ParameterizedTest
    @CsvSource({
        "https://id.example/keys, https://id.example/keys",
        "https://a@b:c@id.example/keys, https://********@id.example/keys",
        "https://id.example/keys?a=b?c, https://id.example/keys?********",
        "/etc/a?b@c, /etc/a?b@c"
    })
    void masksWhatMayBeSecretInAUrl(String place, String shown) {
        assertThat(JwkSetKeys.masked(place)).isEqualTo(shown);
    }

    private static String setOf(ECKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    private static JWSObject signedBy(ECKey key) {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        JWSObject token = new JWSObject(header, TestTokens.of("org_1").payload());
        try {
            token.sign(new ECDSASigner(key));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
