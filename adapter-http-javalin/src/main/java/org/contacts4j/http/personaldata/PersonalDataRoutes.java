package org.contacts4j.http.personaldata;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import org.contacts4j.application.personaldata.PersonalDataService;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;

/** The routes that collect and erase everything stored about a person. */
public final class PersonalDataRoutes {

    private static final Json.Writer<PersonalDataJson> DATA = Json.writerOf(PersonalDataJson.class);
    private static final Json.Writer<ErasureJson> ERASURE = Json.writerOf(ErasureJson.class);

    private final PersonalDataService personalData;

    public PersonalDataRoutes(PersonalDataService personalData) {
        this.personalData = personalData;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        routes.requiring(PersonalDataService::requireCollector).get("/contacts/{id}/personal-data", this::collect);
        routes.requiring(PersonalDataService::requireEraser).post("/contacts/{id}/erase", this::erase);
    }

    private void collect(Context ctx) {
        Responses.json(ctx, 200, DATA.write(PersonalDataJson.from(personalData.collect(callerOf(ctx), id(ctx)))));
    }

    private void erase(Context ctx) {
        Responses.json(ctx, 200, ERASURE.write(ErasureJson.from(personalData.erase(callerOf(ctx), id(ctx)))));
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }
}
