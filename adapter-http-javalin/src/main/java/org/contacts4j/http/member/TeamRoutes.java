package org.contacts4j.http.member;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.Optional;
import org.contacts4j.application.member.TeamService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.member.Team;
import org.contacts4j.http.member.DirectoryJson.PartJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes of teams in the canonical API. */
public final class TeamRoutes {

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PartJson> LIST = Json.writerOf(PartJson.class);

    private final TeamService teams;

    public TeamRoutes(TeamService teams) {
        this.teams = teams;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiringForWrites(TeamService::requireAdministrator)
                .get("/teams", this::list)
                .get("/teams/{id}", this::get)
                .put("/teams/{id}", this::change);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable String after = query.text("after");
        query.throwIfInvalid();
        @Nullable
        TeamId last = after == null
                ? null
                : new OpaqueId(after).as(TeamId::new, TeamId.MAX_LENGTH).orElse(null);
        TeamService.Found found = teams.list(callerOf(ctx), last);
        Responses.json(ctx, 200, LIST.write(PartJson.from(found.teams(), found.truncated(), DirectoryJson.TEAM::of)));
    }

    private void get(Context ctx) {
        TeamId id = id(ctx).orElseThrow(() -> new ContactsFailure.NotFound("team"));
        Responses.json(ctx, 200, Json.write(DirectoryJson.TEAM.of(teams.get(callerOf(ctx), id))));
    }

    private void change(Context ctx) {
        TeamId id = id(ctx).orElseThrow(() -> OpaqueId.malformed(TeamId.MAX_LENGTH));
        Team team = teams.update(callerOf(ctx), id, DirectoryJson.TEAM.read(Bodies.json(ctx)));
        Responses.json(ctx, 200, Json.write(DirectoryJson.TEAM.of(team)));
    }

    private static Optional<TeamId> id(Context ctx) {
        return new OpaqueId(ctx.pathParam("id")).as(TeamId::new, TeamId.MAX_LENGTH);
    }
}
