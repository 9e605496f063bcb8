package org.contacts4j.bootstrap.settings;

import java.nio.file.Files;
import org.contacts4j.bootstrap.CannotStart;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.TokenKeys;

/** The source of the keys for the tokens that this server accepts. */
public sealed interface Signing {

    /** The server signs, with a secret that its first start creates and stores in the data folder. */
    record Kept(DataFolder folder) implements Signing {}

    /** The server signs, with a configured secret. {@code origin} is the source of that setting. */
    record Configured(String secret, String origin) implements Signing {}

    /** A token issuer signs. Its keys are in this file or at this URL. */
    record Issuer(String jwks) implements Signing {}

    /**
     * Returns the keys that verify tokens. Creates the secret in the data folder if it is needed and does not exist.
     *
     * @throws CannotStart when the secret or the keys cannot be used
     */
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

    /**
     * Returns the secret that signs tokens.
     *
     * @throws CannotStart when there is no secret yet, or a token issuer signs
     */
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

    /** Returns a description of the key for the operator. Never contains the key. */
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
