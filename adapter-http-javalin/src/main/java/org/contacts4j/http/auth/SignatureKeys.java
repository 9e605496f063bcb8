package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;

/** The keys that verify tokens. The key determines the algorithm; the header of the token must agree. */
public sealed interface SignatureKeys permits SharedSecret, JwkSetKeys {

    /** Returns whether one of the keys made this signature. */
    boolean verify(JWSObject token);

    /**
     * Returns an object that identifies the current keys. After a change of the keys it is another object, and cached
     * verifications are void.
     */
    Object edition();
}
