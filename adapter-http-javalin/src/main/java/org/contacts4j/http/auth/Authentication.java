package org.contacts4j.http.auth;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.Refusal;
import org.jspecify.annotations.Nullable;

/** Finds out who is calling, from a request's headers alone. */
public final class Authentication {

    private static final String CALLER = "org.contacts4j.http.caller";
    private static final String BEARER = "bearer ";
    private static final String ORGANIZATION = "X-Org-Id";
    private static final String ORGANIZATION_SYNONYM = "organization-id";

    private final Tokens tokens;
    private final BiConsumer<Caller, Profile> directory;

    /** Looks at tokens, and tells the directory who came with them. */
    public Authentication(Tokens tokens, BiConsumer<Caller, Profile> directory) {
        this.tokens = tokens;
        this.directory = directory;
    }

    /**
     * Keeps the caller with the request.
     *
     * @throws Refusal when there is no token that holds, or it is not for the organisation that is asked for
     * @throws ContactsFailure.Invalid when it does not say for which of several organisations it is
     */
    public void authenticate(Context ctx) {
        Token token = token(ctx::header);
        Caller caller = caller(token, ctx::header);
        ctx.attribute(CALLER, caller);
        directory.accept(caller, token.profile());
    }

    /** Whether {@link #authenticate} would let these headers in. */
    public boolean letsIn(UnaryOperator<@Nullable String> headers) {
        try {
            caller(token(headers), headers);
            return true;
        } catch (Refusal | ContactsFailure refused) {
            return false;
        }
    }

    /** Who is calling; to be asked only behind {@link #authenticate}. */
    public static Caller callerOf(Context ctx) {
        return Objects.requireNonNull(ctx.attribute(CALLER));
    }

    private Token token(UnaryOperator<@Nullable String> headers) {
        @Nullable String sent = sent(headers);
        if (sent == null) {
            throw Refusal.unauthorized("Send a token: Authorization: Bearer <JWT>.", "Bearer");
        }
        try {
            return tokens.verify(sent);
        } catch (InvalidToken e) {
            throw Refusal.unauthorized("The token " + e.getMessage() + ".", "Bearer error=\"invalid_token\"");
        }
    }

    private static Caller caller(Token token, UnaryOperator<@Nullable String> headers) {
        Membership membership = chosen(token.memberships(), headers);
        return new Caller(membership.organization(), token.member(), membership.role(), membership.data());
    }

    private static @Nullable String sent(UnaryOperator<@Nullable String> headers) {
        @Nullable String authorization = headers.apply("Authorization");
        if (authorization != null && authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        return headers.apply("x-api-key");
    }

    private static Membership chosen(List<Membership> memberships, UnaryOperator<@Nullable String> headers) {
        @Nullable String header = headers.apply(ORGANIZATION);
        @Nullable String wanted = header != null ? header : headers.apply(ORGANIZATION_SYNONYM);
        if (wanted != null) {
            return memberships.stream()
                    .filter(membership -> membership.organization().value().equals(wanted.strip()))
                    .findFirst()
                    .orElseThrow(() -> Refusal.forbidden("The token is not for this organisation."));
        }
        if (memberships.size() > 1) {
            throw new ContactsFailure.Invalid(
                    ORGANIZATION, "is required: the token is for several organisations, say which one");
        }
        return memberships.get(0);
    }
}
