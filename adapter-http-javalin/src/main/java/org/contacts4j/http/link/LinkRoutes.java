package org.contacts4j.http.link;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.contacts4j.application.link.LinkService;
import org.contacts4j.application.link.LinkService.Saved;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.LinkId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.http.canonical.DataJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.jspecify.annotations.Nullable;

/** The routes of links in the canonical API, and of opportunities, which are links of that type. */
public final class LinkRoutes {

    private static final Json.Writer<DataJson<JsonWritable<Link>>> LIST = Json.writerOf(new TypeReference<>() {});
    private static final Map<String, LinkType> TYPES =
            Arrays.stream(LinkType.values()).collect(Collectors.toMap(EnumNames::of, type -> type));

    private final LinkService links;

    public LinkRoutes(LinkService links) {
        this.links = links;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.get("/contacts/{id}/links", this::list)
                .post("/contacts/{id}/links", this::save)
                .delete("/contacts/{id}/links/{linkId}", this::remove)
                .get("/contacts/{id}/opportunities", ctx -> answer(ctx, LinkType.OPPORTUNITY));
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable LinkType type = query.word("type", TYPES);
        query.throwIfInvalid();
        answer(ctx, type);
    }

    /** Sends the links of this type; null sends the links of all types. */
    private void answer(Context ctx, @Nullable LinkType type) {
        List<Link> wanted = links.list(callerOf(ctx), contact(ctx)).stream()
                .filter(link -> type == null || type == link.type())
                .toList();
        Responses.json(ctx, 200, LIST.write(DataJson.from(wanted, LinkJson.MEMBERS::of)));
    }

    private void save(Context ctx) {
        Saved saved = links.save(callerOf(ctx), contact(ctx), LinkJson.MEMBERS.read(Bodies.json(ctx)));
        Responses.json(ctx, saved.created() ? 201 : 200, Json.write(LinkJson.MEMBERS.of(saved.link())));
    }

    private void remove(Context ctx) {
        links.remove(callerOf(ctx), contact(ctx), LinkId.parse(ctx.pathParam("linkId")));
        Responses.empty(ctx, 204);
    }

    private static ContactId contact(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }
}
