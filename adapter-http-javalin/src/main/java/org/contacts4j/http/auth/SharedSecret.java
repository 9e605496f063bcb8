package org.contacts4j.http.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;

/** A secret shared with the issuer of tokens, for HS256. */
public final class SharedSecret implements SignatureKeys {

    private final MACVerifier verifier;

    /**
     * Creates the verifier of a secret.
     *
     * @param secret at least 32 bytes
     * @throws IllegalArgumentException when the secret is too short
     */
    public SharedSecret(byte[] secret) {
        try {
            verifier = new MACVerifier(secret);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("The secret that signs tokens is too short.", e);
        }
    }

    @Override
    public boolean verify(JWSObject token) {
        try {
            return token.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256) && token.verify(verifier);
        } catch (JOSEException e) {
            return false;
        }
    }

    @Override
    public Object edition() {
        return this;
    }
}
