package org.contacts4j.http.auth;

import java.util.List;
import org.contacts4j.http.server.request.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which callers of an API send their token and the organization they act for.
 *
 * @param schemes the schemes accepted before the token in {@code Authorization}, ignoring case; an empty one accepts a
 *     token without a scheme
 * @param tokenHeaders further headers that contain only a token
 * @param organizationHeaders headers that name the organization; the first one present counts
 * @param mustChoose whether a caller whose token is valid for several organizations must name one; otherwise the
 *     token's first organization is used
 */
public record Credentials(
        List<String> schemes, List<String> tokenHeaders, List<String> organizationHeaders, boolean mustChoose) {

    /** Returns the token; null when there is none. */
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

    /** Returns the requested organization; null when none is named. */
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
