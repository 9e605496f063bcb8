package org.contacts4j.http.auth;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.access.ApiKey;
import org.contacts4j.domain.access.ApiKeySecret;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.access.ApiKeyVerifier;
import org.contacts4j.http.auth.access.ApiKeyVerifier.VerifiedKey;
import org.contacts4j.http.auth.access.RevocationCheck;
import org.contacts4j.http.auth.audit.RequestAudit;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.response.ReadPositions;
import org.jspecify.annotations.Nullable;

/** Authenticates callers from the head of a request. */
public final class Authentication {

    private static final Map<String, String> TOKEN = Map.of("credential", "token");
    private static final Map<String, String> KEY = Map.of("credential", "api_key");

    private final TokenVerifier tokens;
    private final ApiKeyVerifier keys;
    private final RevocationCheck revocations;
    private final Credentials credentials;
    private final RequestAudit audit;
    private final BiConsumer<Caller, Profile> directory;

    /**
     * Creates the authentication of one API.
     *
     * @param tokens verifies the tokens
     * @param keys verifies the API keys
     * @param revocations tells which tokens are revoked
     * @param credentials names the headers that carry the token and the organization
     * @param audit receives the authenticated requests, of which the first ones are sign-ins
     * @param directory receives the caller and profile of each authenticated request
     */
    public Authentication(
            TokenVerifier tokens,
            ApiKeyVerifier keys,
            RevocationCheck revocations,
            Credentials credentials,
            RequestAudit audit,
            BiConsumer<Caller, Profile> directory) {
        this.tokens = tokens;
        this.keys = keys;
        this.revocations = revocations;
        this.credentials = credentials;
        this.audit = audit;
        this.directory = directory;
    }

    /**
     * Authenticates the request and stores the principal in it.
     *
     * @throws Refusal when the request has no valid token or API key, or it is not valid for the requested organization
     * @throws ContactsFailure.Unavailable when the store cannot be asked for the API key or for revocations
     * @throws ContactsFailure.Invalid when the token is valid for several organizations and the request must name one
     *     but does not
     */
    public void authenticate(Context ctx) {
        @Nullable RequestPrincipal known = ctx.attribute(RequestPrincipal.OF_REQUEST);
        RequestPrincipal sender = known != null && known.authentication() == this ? known : sender(RequestHead.of(ctx));
        if (sender.credential() instanceof VerifiedToken token) {
            checkRevocation(sender.caller(), token);
        }
        ctx.attribute(RequestPrincipal.OF_REQUEST, sender);
        recordSignIn(sender);
        directory.accept(sender.caller(), sender.profile());
    }

    /**
     * Returns the principal; null when {@link #authenticate} would reject the request. Revocations of tokens are not
     * checked here but by {@link #authenticate}, on a thread of the organization's share, because they are in the store.
     */
    public @Nullable RequestPrincipal find(RequestHead request) {
        try {
            return sender(request);
        } catch (Refusal | ContactsFailure refused) {
            return null;
        }
    }

    /** Returns the caller. The request must have passed {@link #authenticate}. */
    public static Caller callerOf(Context ctx) {
        return senderOf(ctx).caller();
    }

    /** Returns the caller's profile from the token. The request must have passed {@link #authenticate}. */
    public static Profile profileOf(Context ctx) {
        return senderOf(ctx).profile();
    }

    /** Returns the caller; empty when the route needs no token and the request has none. */
    public static Optional<Caller> findCaller(Context ctx) {
        @Nullable RequestPrincipal sender = ctx.attribute(RequestPrincipal.OF_REQUEST);
        return Optional.ofNullable(sender).map(RequestPrincipal::caller);
    }

    /** Returns whether the request carries a token or an API key, valid or not. */
    public boolean hasToken(RequestHead request) {
        return credentials.hasToken(request);
    }

    private static RequestPrincipal senderOf(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(RequestPrincipal.OF_REQUEST));
    }

    private RequestPrincipal sender(RequestHead request) {
        @Nullable String sent = credentials.credential(request);
        if (sent == null) {
            throw Refusal.noToken("Send a token: Authorization: Bearer <JWT>.");
        }
        return ApiKeySecret.isApiKey(sent) ? senderOfKey(sent, request) : senderOfToken(sent, request);
    }

    private RequestPrincipal senderOfKey(String sent, RequestHead request) {
        VerifiedKey verified = keys.verify(sent, request);
        Caller caller = ReadPositions.sentBy(verified.caller(), request);
        @Nullable String wanted = credentials.organization(request);
        if (wanted != null && !wanted.equals(caller.organization().value())) {
            throw otherOrganization().of(caller);
        }
        return new RequestPrincipal(caller, new Profile(verified.key().name(), null), this, verified.key());
    }

    private RequestPrincipal senderOfToken(String sent, RequestHead request) {
        VerifiedToken token = token(sent, request);
        Caller caller = ReadPositions.sentBy(caller(chosen(token, request), token, request), request);
        return new RequestPrincipal(caller, token.profile(), this, token);
    }

    private void checkRevocation(Caller caller, VerifiedToken token) {
        if (revocations.isRevoked(caller.organization(), token.member(), token.id(), token.issuedAt())) {
            throw Refusal.badToken("The token has been revoked.").of(caller);
        }
    }

    private void recordSignIn(RequestPrincipal sender) {
        Caller caller = sender.caller();
        if (sender.credential() instanceof VerifiedToken token) {
            SignIn signIn = new SignIn(caller.organization(), token.member(), token.id(), token.expires());
            audit.authenticated(
                    caller, signIn, token.id() == null ? TOKEN : Map.of("credential", "token", "jti", token.id()));
        } else if (sender.credential() instanceof ApiKey key) {
            audit.authenticated(caller, key.id(), KEY);
        }
    }

    private VerifiedToken token(String sent, RequestHead request) {
        try {
            return tokens.verify(sent);
        } catch (InvalidToken e) {
            Refusal refusal = Refusal.badToken("The token " + e.getMessage() + ".");
            throw e.token() == null ? refusal : attributed(refusal, e.token(), request);
        }
    }

    /** Returns the refusal as one of the member, if the token is for one organization, whose audit log records it. */
    private static Refusal attributed(Refusal refusal, VerifiedToken token, RequestHead request) {
        return token.memberships().size() == 1
                ? refusal.of(caller(token.memberships().get(0), token, request))
                : refusal;
    }

    private static Caller caller(Membership membership, VerifiedToken token, RequestHead request) {
        return new Caller(
                membership.organization(), token.member(), membership.role(), membership.data(), request.origin());
    }

    private Membership chosen(VerifiedToken token, RequestHead request) {
        List<Membership> memberships = token.memberships();
        @Nullable String wanted = credentials.organization(request);
        if (wanted != null) {
            return memberships.stream()
                    .filter(membership -> membership.organization().value().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> attributed(otherOrganization(), token, request));
        }
        if (memberships.size() > 1 && credentials.mustChoose()) {
            throw new ContactsFailure.Invalid(
                    credentials.organizationHeaders().get(0),
                    "is required: the token is for several organizations, say which one");
        }
        return memberships.get(0);
    }

    private static Refusal otherOrganization() {
        return Refusal.otherOrganization("The token is not for this organization.");
    }

    /** The use of a token in an organization. Tokens of a member that differ in neither value count as one. */
    private record SignIn(
            OrganizationId organization,
            MemberId member,
            @Nullable String tokenId,
            long expires) {}
}
