package org.contacts4j.http.scenario;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the tokens that callers in tests show. */
public final class TestTokens {

    /** The secret that the servers of tests are given. */
    public static final String SECRET = "a secret of more than thirty-two bytes, for tests";

    private final Map<String, Object> claims = new LinkedHashMap<>();

    private TestTokens() {}

    /** A token of a member of this organisation, good for an hour. */
    public static TestTokens of(String organization) {
        return new TestTokens()
                .with("sub", "ada")
                .with("org", organization)
                .with("exp", Instant.now().getEpochSecond() + 3600);
    }

    public TestTokens with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    public TestTokens without(String claim) {
        claims.remove(claim);
        return this;
    }

    /** The token, signed as the server expects it. */
    public String signed() {
        return signed(new JWSHeader(JWSAlgorithm.HS256), SECRET);
    }

    public String signed(JWSHeader header, String secret) {
        try {
            JWSObject token = new JWSObject(header, new Payload(claims));
            token.sign(new MACSigner(secret));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims, to be signed in another way. */
    public Payload payload() {
        return new Payload(claims);
    }
}
