package org.contacts4j.http.access;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.Map;
import org.contacts4j.application.access.AccessRules;
import org.contacts4j.application.access.TokenRevocationService;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.access.TokenRevocation;
import org.contacts4j.domain.access.TokenRevocationId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The routes of token revocations in the canonical API. */
public final class TokenRevocationRoutes {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final Json.Writer<TokenRevocationJson> ONE = Json.writerOf(TokenRevocationJson.class);

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PageJson> PAGE = Json.writerOf(PageJson.class);

    private final TokenRevocationService revocations;
    private final Cursors cursors;

    public TokenRevocationRoutes(TokenRevocationService revocations, Cursors cursors) {
        this.revocations = revocations;
        this.cursors = cursors;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(AccessRules::requireAdministrator)
                .get("/token-revocations", this::list)
                .post("/token-revocations", this::revoke)
                .delete("/token-revocations/{id}", this::remove);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors, NEWEST_FIRST);
        query.throwIfInvalid();
        Page<TokenRevocation> found = revocations.list(callerOf(ctx), list.slice());
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, TokenRevocationJson::from)));
    }

    private void revoke(Context ctx) {
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        Faults faults = new Faults();
        @Nullable MemberId subject = read(body, "subject", ValueReaders.MEMBER, faults);
        @Nullable String tokenId = read(body, "jti", ValueReaders.TEXT, faults);
        if (faults.count() == 0 && (subject == null) == (tokenId == null)) {
            faults.add("subject", "must be sent, or jti, and not both");
        }
        faults.throwIfAny();
        TokenRevocation revocation = revoke(callerOf(ctx), subject, String.valueOf(tokenId));
        Responses.json(ctx, 201, ONE.write(TokenRevocationJson.from(revocation)));
    }

    private TokenRevocation revoke(Caller caller, @Nullable MemberId subject, String tokenId) {
        return subject == null ? revocations.revokeToken(caller, tokenId) : revocations.revokeSubject(caller, subject);
    }

    private void remove(Context ctx) {
        revocations.remove(callerOf(ctx), TokenRevocationId.parse(ctx.pathParam("id")));
        Responses.empty(ctx, 204);
    }

    private static <T> @Nullable T read(Map<?, ?> body, String member, ValueReader<T> reader, Faults faults) {
        @Nullable Object value = body.get(member);
        return value == null ? null : reader.read(value, member, faults);
    }
}
