package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The routes of the tags of a contact in the canonical API. */
public final class ContactTagRoutes {

    private static final ValueReader<List<String>> NAMES = ValueReaders.listOf(ValueReaders.TEXT);

    private final TagService tags;

    public ContactTagRoutes(TagService tags) {
        this.tags = tags;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.post("/contacts/{id}/tags", this::add).delete("/contacts/{id}/tags/{name}", this::remove);
    }

    private void add(Context ctx) {
        List<String> names = names(Json.read(Bodies.json(ctx)));
        ContactRoutes.answer(ctx, 200, tags.addTo(callerOf(ctx), id(ctx), names, ETags.precondition(ctx)));
    }

    private void remove(Context ctx) {
        tags.removeFrom(callerOf(ctx), id(ctx), ctx.pathParam("name"), ETags.precondition(ctx));
        Responses.empty(ctx, 204);
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }

    /**
     * Reads the tag names in one of four forms: {@code {"tags": [..]}}, {@code {"tag": ..}}, {@code {"name": ..}},
     * {@code [..]}.
     */
    private static List<String> names(@Nullable Object body) {
        Faults faults = new Faults();
        List<String> names = new ArrayList<>();
        if (body instanceof Map<?, ?> object) {
            read(NAMES, object.get("tags"), "tags", faults).forEach(names::addAll);
            read(ValueReaders.TEXT, object.get("tag"), "tag", faults).forEach(names::add);
            read(ValueReaders.TEXT, object.get("name"), "name", faults).forEach(names::add);
        } else if (body instanceof List<?> list) {
            read(NAMES, list, "tags", faults).forEach(names::addAll);
        } else {
            faults.add("body", "must be a JSON object or a list of tags");
        }
        if (names.isEmpty() && faults.count() == 0) {
            faults.add("tags", "is required: a list of tags; tag and name take a single one");
        }
        faults.throwIfAny();
        return names;
    }

    private static <T> List<T> read(ValueReader<T> kind, @Nullable Object json, String member, Faults faults) {
        @Nullable T value = json == null ? null : kind.read(json, member, faults);
        return value == null ? List.of() : List.of(value);
    }
}
