package org.contacts4j.bootstrap;

import java.nio.file.Files;
import org.contacts4j.http.TokenKeys;

/** Who signs the tokens that this server accepts. */
sealed interface Signing {

    /** The server itself, with a secret that its first start makes and keeps. */
    record Kept(DataFolder folder) implements Signing {}

    /** The server itself, with a configured secret; {@code origin} says where that was set. */
    record Configured(String secret, String origin) implements Signing {}

    /** A token issuer, whose keys are in this file or at this URL. */
    record Issuer(String jwks) implements Signing {}

    /** What verifies tokens; a secret that is to be kept is made now unless it is there. */
    default TokenKeys keys() {
        try {
            if (this instanceof Issuer issuer) {
                return TokenKeys.jwks(issuer.jwks());
            }
            return TokenKeys.secret(this instanceof Kept kept ? kept.folder().secret() : secret());
        } catch (IllegalArgumentException e) {
            throw CannotStart.because(String.valueOf(e.getMessage()));
        }
    }

    /** The secret to sign tokens with. */
    default String secret() {
        if (this instanceof Configured configured) {
            return configured.secret();
        } else if (this instanceof Kept kept) {
            if (!Files.exists(kept.folder().secretFile())) {
                throw CannotStart.because("there is no signing secret in '"
                        + kept.folder().path() + "' yet: start the server once, or name its folder with --data-dir");
            }
            return kept.folder().existingSecret();
        }
        throw CannotStart.because("tokens come from the issuer whose keys are in --jwks; this server cannot make any");
    }

    /** Which key it is, for the operator; never the key. */
    default String description() {
        if (this instanceof Issuer issuer) {
            return "signed by the issuer with the keys at " + MaskedSettings.value(Setting.JWKS, issuer.jwks());
        } else if (this instanceof Configured configured) {
            return "signed with jwt-secret (" + configured.origin() + ")";
        } else if (this instanceof Kept kept) {
            return "signed with the secret in " + kept.folder().secretFile();
        }
        throw new IllegalStateException();
    }
}
