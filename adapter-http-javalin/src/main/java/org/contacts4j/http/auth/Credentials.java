package org.contacts4j.http.auth;

import java.util.List;
import org.contacts4j.http.server.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * In which headers the callers of an API show their token, and name the organisation that they call for.
 *
 * @param schemes what stands before the token in {@code Authorization}, in either case; an empty one for a token by itself
 * @param tokenHeaders further headers that hold a token and nothing else
 * @param organizationHeaders the first that was sent counts
 * @param mustChoose whether somebody whose token is for several organisations has to name one; else they call for the
 *     token's first
 */
public record Credentials(
        List<String> schemes, List<String> tokenHeaders, List<String> organizationHeaders, boolean mustChoose) {

    /** The token; null when there is none. */
    @Nullable
    String token(RequestHead request) {
        @Nullable String authorization = request.header("Authorization");
        if (authorization != null) {
            for (String scheme : schemes) {
                @Nullable String token = behind(scheme, authorization);
                if (token != null) {
                    return token;
                }
            }
        }
        return first(tokenHeaders, request);
    }

    /** The organisation that is asked for; null when none is named. */
    @Nullable
    String organization(RequestHead request) {
        @Nullable String named = first(organizationHeaders, request);
        return named == null ? null : named.strip();
    }

    private static @Nullable String first(List<String> names, RequestHead request) {
        for (String name : names) {
            @Nullable String value = request.header(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String behind(String scheme, String authorization) {
        String start = scheme.isEmpty() ? "" : scheme + " ";
        return authorization.regionMatches(true, 0, start, 0, start.length())
                ? authorization.substring(start.length()).strip()
                : null;
    }
}
