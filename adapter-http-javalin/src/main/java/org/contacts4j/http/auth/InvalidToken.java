package org.contacts4j.http.auth;

/** A token that is not believed; the message completes "The token …". */
final class InvalidToken extends RuntimeException {

    InvalidToken(String why) {
        super(why, null, false, false);
    }
}
