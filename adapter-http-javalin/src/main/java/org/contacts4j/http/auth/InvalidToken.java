package org.contacts4j.http.auth;

/** Thrown when a token is rejected. The message completes the sentence "The token …". */
final class InvalidToken extends RuntimeException {

    InvalidToken(String why) {
        super(why, null, false, false);
    }
}
