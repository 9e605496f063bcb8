package org.contacts4j.http.auth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The claims of a token (RFC 7519). They are read strictly: a claim of the wrong type is not converted. */
final class Claims {

    private static final long MAX_SECONDS = 253_402_300_799L; // the end of the year 9999

    private final Map<String, ?> claims;

    Claims(Map<String, ?> claims) {
        this.claims = claims;
    }

    VerifiedToken toToken() {
        return new VerifiedToken(
                new MemberId(required(claims, "sub", MemberId.MAX_LENGTH)),
                new Profile(name("name"), name("email")),
                memberships(),
                claims.containsKey("jti") ? required(claims, "jti", Integer.MAX_VALUE) : null,
                claims.containsKey("iat") ? seconds("iat") : null,
                claims.containsKey("nbf") ? seconds("nbf") : 0,
                seconds("exp"));
    }

    /**
     * Rejects claims of another issuer or for another audience. A null argument disables its check.
     *
     * @throws InvalidToken when a check fails
     */
    void mustBe(@Nullable String issuer, @Nullable String audience) {
        if (issuer != null && !issuer.equals(claims.get("iss"))) {
            throw new InvalidToken("is not from the issuer that is trusted here");
        }
        Object sent = claims.get("aud");
        if (audience != null && !audience.equals(sent) && !(sent instanceof List<?> list && list.contains(audience))) {
            throw new InvalidToken("is not meant for this server");
        }
    }

    /**
     * Returns a claim that describes the member; null when it is absent or invalid. An invalid name does not invalidate
     * the token.
     */
    private @Nullable String name(String claim) {
        Faults faults = new Faults();
        if (claims.get(claim) instanceof String text && !text.isBlank()) {
            Rules.checkText(text.strip(), Rules.TEXT, claim, faults);
            return faults.list().isEmpty() ? text.strip() : null;
        }
        return null;
    }

    private List<Membership> memberships() {
        Map<OrganizationId, Membership> memberships = new LinkedHashMap<>();
        DataScope data = word(claims, "data", DataScope.class, DataScope.ALL);
        if (claims.containsKey("org")) {
            add(membership(claims, "org", data), memberships);
        }
        for (Object entry : entries()) {
            add(membership(object(entry), "id", data), memberships);
        }
        if (memberships.isEmpty()) {
            throw new InvalidToken("names no organization");
        }
        return List.copyOf(memberships.values());
    }

    private List<?> entries() {
        if (!claims.containsKey("orgs")) {
            return List.of();
        }
        if (claims.get("orgs") instanceof List<?> entries) {
            return entries;
        }
        throw new InvalidToken("has orgs that are no list");
    }

    /** Adds a membership. An organization that the token names twice counts once, with the lesser rights of both. */
    private static void add(Membership membership, Map<OrganizationId, Membership> memberships) {
        memberships.merge(membership.organization(), membership, Membership::lesser);
    }

    /**
     * Reads one membership. An entry of {@code orgs} without a role has the role of a member: the token's own role
     * applies to {@code org} only. An entry without {@code data} has the token's data scope, so it never grants more
     * than the token.
     */
    private static Membership membership(Map<?, ?> source, String id, DataScope data) {
        return new Membership(
                new OrganizationId(required(source, id, OrganizationId.MAX_LENGTH)),
                word(source, "role", Role.class, Role.MEMBER),
                word(source, "data", DataScope.class, data));
    }

    private static <E extends Enum<E>> E word(Map<?, ?> source, String claim, Class<E> type, E otherwise) {
        if (!source.containsKey(claim)) {
            return otherwise;
        }
        if (source.get(claim) instanceof String word) {
            return EnumNames.find(type, word).orElseThrow(() -> new InvalidToken("has an unknown " + claim));
        }
        throw new InvalidToken("has a " + claim + " that is not text");
    }

    private long seconds(String claim) {
        if (claims.get(claim) instanceof Number number) {
            return Math.max(-MAX_SECONDS, Math.min(number.longValue(), MAX_SECONDS));
        }
        throw new InvalidToken("has no " + claim + " in seconds");
    }

    private static String required(Map<?, ?> source, String claim, int max) {
        Faults faults = new Faults();
        if (source.get(claim) instanceof String text && !text.isBlank()) {
            Rules.checkText(text, max, claim, faults);
            if (text.length() <= max && faults.list().isEmpty()) {
                return text;
            }
        }
        throw new InvalidToken("has no usable " + claim);
    }

    private static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new InvalidToken("has an orgs entry that is no object");
    }
}
