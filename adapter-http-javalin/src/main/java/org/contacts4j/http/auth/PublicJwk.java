package org.contacts4j.http.auth;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A public key and the algorithms that it may verify. */
final class PublicJwk {

    private static final int MIN_RSA_BITS = 2048;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final @Nullable String keyId;
    private final Set<JWSAlgorithm> algorithms;
    private final Check check;

    private PublicJwk(@Nullable String keyId, Set<JWSAlgorithm> algorithms, Check check) {
        this.keyId = keyId;
        this.algorithms = algorithms;
        this.check = check;
    }

    /**
     * Returns the key, restricted to the algorithm of its {@code alg} member when it has one.
     *
     * @return null when the key does not verify RS256, ES256 or EdDSA signatures
     */
    static @Nullable PublicJwk of(JWK jwk) {
        if (!mayVerify(jwk)) {
            return null;
        }
        try {
            @Nullable PublicJwk key = ofAnyAlgorithm(jwk);
            return key == null ? null : key.restrictedTo(jwk.getAlgorithm());
        } catch (JOSEException | GeneralSecurityException e) {
            return null;
        }
    }

    private static @Nullable PublicJwk ofAnyAlgorithm(JWK jwk) throws JOSEException, GeneralSecurityException {
        if (jwk instanceof RSAKey rsa && rsa.size() >= MIN_RSA_BITS) {
            return of(jwk, JWSAlgorithm.RS256, new RSASSAVerifier(rsa.toPublicJWK()));
        }
        if (jwk instanceof ECKey ec && Curve.P_256.equals(ec.getCurve())) {
            return of(jwk, JWSAlgorithm.ES256, new ECDSAVerifier(ec.toPublicJWK()));
        }
        return jwk instanceof OctetKeyPair pair && Curve.Ed25519.equals(pair.getCurve()) ? ofEd25519(pair) : null;
    }

    /**
     * Returns whether the issuer permits verification with the key: {@code use}, {@code key_ops} (RFC 7517), and not
     * revoked.
     */
    private static boolean mayVerify(JWK jwk) {
        boolean signs = jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse());
        boolean verifies =
                jwk.getKeyOperations() == null || jwk.getKeyOperations().contains(KeyOperation.VERIFY);
        return signs && verifies && jwk.getKeyRevocation() == null;
    }

    private @Nullable PublicJwk restrictedTo(@Nullable Algorithm named) {
        if (named == null) {
            return this;
        }
        return algorithms.stream()
                .filter(algorithm -> algorithm.getName().equals(named.getName()))
                .findFirst()
                .map(one -> new PublicJwk(keyId, Set.of(one), check))
                .orElse(null);
    }

    boolean isNamed(String id) {
        return id.equals(keyId);
    }

    boolean verifies(JWSObject token) {
        try {
            return algorithms.contains(token.getHeader().getAlgorithm()) && check.passes(token);
        } catch (JOSEException | GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicJwk of(JWK jwk, JWSAlgorithm algorithm, JWSVerifier verifier) {
        return new PublicJwk(jwk.getKeyID(), Set.of(algorithm), token -> token.verify(verifier));
    }

    // Nimbus delegates Ed25519 to a library that is not a dependency here. The JDK supports it since Java 15.
    private static PublicJwk ofEd25519(OctetKeyPair pair) throws GeneralSecurityException {
        byte[] point = pair.getDecodedX();
        byte[] encoded = new byte[ED25519_PREFIX.length + point.length];
        System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        return new PublicJwk(pair.getKeyID(), Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519), token -> {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        });
    }

    @FunctionalInterface
    private interface Check {
        boolean passes(JWSObject token) throws JOSEException, GeneralSecurityException;
    }
}
