package org.contacts4j.http.auth;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A JWK set as it was read.
 *
 * @param text the text of the set, to detect changes
 * @param keys the keys that verify signatures; several may have the same id
 */
record PublishedKeys(String text, List<PublicJwk> keys) {

    private static final Logger LOG = LoggerFactory.getLogger(PublishedKeys.class);

    /** Parses a set. A key that is not understood is skipped (RFC 7517, section 5); the rest of the set is used. */
    static PublishedKeys of(String text, JwkSetSource source) throws ParseException {
        if (!(JSONObjectUtils.parse(text).get("keys") instanceof List<?> members)) {
            throw new ParseException("keys is no list", 0);
        }
        List<PublicJwk> keys = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            @Nullable PublicJwk key = keyOf(members.get(i), i + 1, source);
            if (key != null) {
                keys.add(key);
            }
        }
        return new PublishedKeys(text, List.copyOf(keys));
    }

    boolean hasKeyNamed(String id) {
        return keys.stream().anyMatch(key -> key.isNamed(id));
    }

    /** Returns whether one of the keys with this id made the signature; null tries all keys. */
    boolean verify(JWSObject token, @Nullable String id) {
        return keys.stream().anyMatch(key -> (id == null || key.isNamed(id)) && key.verifies(token));
    }

    private static @Nullable PublicJwk keyOf(@Nullable Object member, int place, JwkSetSource source) {
        try {
            @Nullable JWK jwk = member instanceof Map<?, ?> json ? parsed(json) : null;
            if (jwk != null && jwk.isPrivate()) {
                LOG.warn(
                        "Key {} of the JWK set {} is private or symmetric: every reader of the set can sign with it."
                                + " It is not used; publish public keys only.",
                        place,
                        source);
                return null;
            }
            return jwk == null ? null : PublicJwk.of(jwk);
        } catch (ParseException | RuntimeException e) {
            LOG.warn("Key {} of the JWK set {} is malformed. It is not used.", place, source);
            return null;
        }
    }

    private static @Nullable JWK parsed(Map<?, ?> json) throws ParseException {
        @SuppressWarnings("unchecked") // the member names of JSON objects are strings
        Map<String, Object> members = (Map<String, Object>) json;
        return JWK.parse(members);
    }
}
