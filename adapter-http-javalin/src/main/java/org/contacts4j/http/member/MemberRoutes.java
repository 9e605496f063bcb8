package org.contacts4j.http.member;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.Optional;
import org.contacts4j.application.member.MemberService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member;
import org.contacts4j.domain.member.MemberField;
import org.contacts4j.http.member.DirectoryJson.MemberJson;
import org.contacts4j.http.member.DirectoryJson.PartJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The routes of members in the canonical API. */
public final class MemberRoutes {

    private static final JsonMembers<Member> BODY = new JsonMembers<Member>()
            .reading(MemberField.NAME, ValueReaders.TEXT)
            .reading(MemberField.EMAIL, ValueReaders.TEXT);

    private static final Json.Writer<MemberJson> MEMBER = Json.writerOf(MemberJson.class);

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PartJson> LIST = Json.writerOf(PartJson.class);

    private final MemberService members;

    public MemberRoutes(MemberService members) {
        this.members = members;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiringForWrites(MemberService::requireAdministrator)
                .get("/members", this::list)
                .get("/members/{id}", this::get)
                .put("/members/{id}", this::change);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable String after = query.text("after");
        query.throwIfInvalid();
        @Nullable
        MemberId last = after == null
                ? null
                : new OpaqueId(after).as(MemberId::new, MemberId.MAX_LENGTH).orElse(null);
        MemberService.Found found = members.list(callerOf(ctx), last);
        Responses.json(ctx, 200, LIST.write(PartJson.from(found.members(), found.truncated(), MemberJson::from)));
    }

    private void get(Context ctx) {
        MemberId id = id(ctx).orElseThrow(() -> new ContactsFailure.NotFound("member"));
        Responses.json(ctx, 200, MEMBER.write(MemberJson.from(members.get(callerOf(ctx), id))));
    }

    private void change(Context ctx) {
        MemberId id = id(ctx).orElseThrow(() -> OpaqueId.malformed(MemberId.MAX_LENGTH));
        Member member = members.update(callerOf(ctx), id, BODY.read(Bodies.json(ctx)));
        Responses.json(ctx, 200, MEMBER.write(MemberJson.from(member)));
    }

    private static Optional<MemberId> id(Context ctx) {
        return new OpaqueId(ctx.pathParam("id")).as(MemberId::new, MemberId.MAX_LENGTH);
    }
}
