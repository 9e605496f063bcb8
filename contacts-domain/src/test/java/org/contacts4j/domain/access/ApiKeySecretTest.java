package org.contacts4j.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.contacts4j.domain.id.OrganizationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    private static final String SECRET = "A".repeat(43);

    @ParameterizedTest
    @ValueSource(strings = {"a", "acme", "org_1", "???>>>", "Müller & Söhne 林 😀"})
    void namesItsOrganization(String organization) {
        ApiKeySecret secret = ApiKeySecret.of(new OrganizationId(organization), bytes());
        assertThat(secret.text()).startsWith("c4j_").matches("[A-Za-z0-9_-]+");
        assertThat(ApiKeySecret.parse(secret.text())).contains(secret);
    }

    @Test
    void theLongestOrganizationFits() {
        OrganizationId longest = new OrganizationId("林".repeat(OrganizationId.MAX_LENGTH));
        ApiKeySecret secret = ApiKeySecret.of(longest, bytes());
        assertThat(ApiKeySecret.parse(secret.text())).contains(secret);
    }

    @Test
    void showsItselfInNoLog() {
        ApiKeySecret secret = ApiKeySecret.of(new OrganizationId("acme"), bytes());
        assertThat(secret).hasToString("c4j_...");
    }

    @Test
    void refusesTextsThatAreNoKeys() {
        for (String text : new String[] {
            "",
            "c4j_",
            "c4j_" + SECRET,
            "c4j__" + SECRET,
            "C4J_YWNtZQ_" + SECRET,
            "c4j_YWNtZQ-" + SECRET,
            "c4j_YW=tZQ_" + SECRET,
            "c4j_" + base64(" ") + "_" + SECRET,
            "c4j_" + base64("a\u0000") + "_" + SECRET,
            "c4j_" + base64("x".repeat(129)) + "_" + SECRET,
            "c4j_" + Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[] {(byte) 0xff}) + "_" + SECRET,
            "c4j_" + "YWNt".repeat(5_000) + "_" + SECRET
        }) {
            assertThat(ApiKeySecret.parse(text)).as(text).isEmpty();
        }
    }

    private static byte[] bytes() {
        return new byte[ApiKeySecret.BYTES];
    }

    private static String base64(String organization) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(organization.getBytes(StandardCharsets.UTF_8));
    }
}
