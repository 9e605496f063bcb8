package org.contacts4j.http.auth;

import io.javalin.http.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.Refusal;
import org.contacts4j.http.server.RequestHead;
import org.contacts4j.http.server.RequestPrincipal;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling, from a request's head alone. */
public final class Authentication {

    private final TokenVerifier tokens;
    private final Credentials credentials;
    private final BiConsumer<Caller, Profile> directory;

    /** Looks at tokens where the credentials have them, and tells the directory who came with them. */
    public Authentication(TokenVerifier tokens, Credentials credentials, BiConsumer<Caller, Profile> directory) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.directory = directory;
    }

    /**
     * Keeps the caller with the request.
     *
     * @throws Refusal when there is no token that holds, or it is not for the organisation that is asked for
     * @throws ContactsFailure.Invalid when it does not say for which of several organisations it is, and has to
     */
    public void authenticate(Context ctx) {
        @Nullable RequestPrincipal known = ctx.attribute(RequestPrincipal.OF_REQUEST);
        RequestPrincipal sender = known != null && known.foundBy() == this ? known : sender(RequestHead.of(ctx));
        ctx.attribute(RequestPrincipal.OF_REQUEST, sender);
        directory.accept(sender.caller(), sender.profile());
    }

    /** Who is calling; null when {@link #authenticate} would not let this request in. */
    public @Nullable RequestPrincipal find(RequestHead request) {
        try {
            return sender(request);
        } catch (Refusal | ContactsFailure refused) {
            return null;
        }
    }

    /** Who is calling; to be asked only behind {@link #authenticate}. */
    public static Caller callerOf(Context ctx) {
        return senderOf(ctx).caller();
    }

    /** How the caller is called, as their token says; to be asked only behind {@link #authenticate}. */
    public static Profile profileOf(Context ctx) {
        return senderOf(ctx).profile();
    }

    /** Who is calling; nothing where no token is wanted and none was sent. */
    public static Optional<Caller> findCaller(Context ctx) {
        @Nullable RequestPrincipal sender = ctx.attribute(RequestPrincipal.OF_REQUEST);
        return Optional.ofNullable(sender).map(RequestPrincipal::caller);
    }

    /** Whether there is a token to look at. */
    public boolean seesToken(RequestHead request) {
        return credentials.token(request) != null;
    }

    private static RequestPrincipal senderOf(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(RequestPrincipal.OF_REQUEST));
    }

    private RequestPrincipal sender(RequestHead request) {
        VerifiedToken token = token(request);
        return new RequestPrincipal(caller(token, request), token.profile(), this);
    }

    private VerifiedToken token(RequestHead request) {
        @Nullable String sent = credentials.token(request);
        if (sent == null) {
            throw Refusal.noToken("Send a token: Authorization: Bearer <JWT>.");
        }
        try {
            return tokens.verify(sent);
        } catch (InvalidToken e) {
            throw Refusal.badToken("The token " + e.getMessage() + ".");
        }
    }

    private Caller caller(VerifiedToken token, RequestHead request) {
        Membership membership = chosen(token.memberships(), request);
        return new Caller(membership.organization(), token.member(), membership.role(), membership.data());
    }

    private Membership chosen(List<Membership> memberships, RequestHead request) {
        @Nullable String wanted = credentials.organization(request);
        if (wanted != null) {
            return memberships.stream()
                    .filter(membership -> membership.organization().value().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> Refusal.otherOrganization("The token is not for this organisation."));
        }
        if (memberships.size() > 1 && credentials.mustChoose()) {
            throw new ContactsFailure.Invalid(
                    credentials.organizationHeaders().get(0),
                    "is required: the token is for several organisations, say which one");
        }
        return memberships.get(0);
    }
}
