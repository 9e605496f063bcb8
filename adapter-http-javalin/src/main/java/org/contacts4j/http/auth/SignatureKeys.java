package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;

/** The keys that tokens may be signed with. The key decides the algorithm; what the token says must agree. */
public sealed interface SignatureKeys permits SharedSecret, JwkSetKeys {

    /** Whether one of the keys made this signature. */
    boolean verify(JWSObject token);

    /** Stands for the keys as they are now: another object once they have changed, and what was verified counts no more. */
    Object edition();
}
