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

/** Builder of tokens for callers in tests. */
public final class TestTokens {

    /** The secret of the servers in tests. */
    public static final String SECRET = "a secret of more than thirty-two bytes, for tests";

    private final Map<String, Object> claims = new LinkedHashMap<>();

    private TestTokens() {}

    /** Returns a token for a member of this organization, valid for an hour. */
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

    /** Returns the token, signed as the server expects it. */
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

    /** Returns the claims, for other signatures. */
    public Payload payload() {
        return new Payload(claims);
    }
}
