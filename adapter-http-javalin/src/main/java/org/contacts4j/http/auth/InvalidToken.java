package org.contacts4j.http.auth;

import org.jspecify.annotations.Nullable;

/** Thrown when a token is rejected. The message completes the sentence "The token …". */
final class InvalidToken extends RuntimeException {

    private final transient @Nullable VerifiedToken token;

    InvalidToken(String why) {
        this(why, null);
    }

    /** @param token the token, if its signature and claims are valid */
    InvalidToken(String why, @Nullable VerifiedToken token) {
        super(why, null, false, false);
        this.token = token;
    }

    /** Returns the token, if its signature and claims are valid and only its time is not. */
    @Nullable
    VerifiedToken token() {
        return token;
    }
}
