package org.contacts4j.http.bottlecrm;

import io.javalin.http.Context;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.json.Json;

/** The audience of a response: clients that follow BottleCRM's API guide, or BottleCRM's classic web client. */
enum ResponseMode {
    GUIDE,
    PRODUCT;

    private static final Json.Writer<DoneJson> DONE = Json.writerOf(DoneJson.class);

    static ResponseMode of(Context ctx) {
        return ctx.header(BottleCrm.CLASSIC_CLIENT_HEADER) == null ? GUIDE : PRODUCT;
    }

    /** Returns the status of a response to a creation. */
    int created() {
        return this == GUIDE ? 201 : 200;
    }

    /** Responds to a deletion. The classic web client requires a body. */
    void deleted(Context ctx, String message) {
        if (this == GUIDE) {
            Responses.empty(ctx, 204);
        } else {
            Responses.json(ctx, 200, DONE.write(new DoneJson(false, message)));
        }
    }

    private record DoneJson(boolean error, String message) {}
}
