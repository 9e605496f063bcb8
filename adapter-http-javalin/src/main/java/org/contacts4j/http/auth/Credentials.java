package org.contacts4j.http.auth;

import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which callers of an API send their token and the organization they act for. Every API also accepts an
 * API key where it accepts a token, and in {@value #API_KEY}.
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

    /** The header that contains an API key in every API. */
    static final String API_KEY = "x-api-key";

    /** Returns the names of all headers that select the caller. */
    public List<String> headers() {
        return Stream.of(List.of("Authorization", API_KEY), tokenHeaders, organizationHeaders)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** Returns whether the request has a token or an API key, valid or not. */
    boolean hasToken(RequestHead request) {
        return token(request) != null || apiKey(request) != null;
    }

    /**
     * Returns the token or API key; null when there is none.
     *
     * @throws Refusal when {@value #API_KEY} and another header contain different ones
     */
    @Nullable
    String credential(RequestHead request) {
        @Nullable String token = token(request);
        @Nullable String key = apiKey(request);
        if (token != null && key != null && !token.equals(key)) {
            throw Refusal.badToken("The request has different credentials in " + API_KEY
                    + " and another header. Send only one of them.");
        }
        return token == null ? key : token;
    }

    /** Returns the value of {@value #API_KEY} that this API accepts; a token only where the API says so. */
    private @Nullable String apiKey(RequestHead request) {
        @Nullable String sent = request.header(API_KEY);
        boolean accepted = sent != null && (ApiKeySecret.isApiKey(sent) || tokenHeaders.contains(API_KEY));
        return accepted ? sent : null;
    }

    private @Nullable String token(RequestHead request) {
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
