package org.contacts4j.http.bottlecrm;

import io.javalin.http.Context;
import org.contacts4j.http.json.Json;
import org.contacts4j.http.server.Responses;

/** For whom an answer is: whoever follows the guide, or the product's classic web client. */
enum ResponseMode {
    GUIDE,
    PRODUCT;

    private static final Json.Writer<DoneJson> DONE = Json.writerOf(DoneJson.class);

    static ResponseMode of(Context ctx) {
        return ctx.header(BottleCrm.PRODUCT_HEADER) == null ? GUIDE : PRODUCT;
    }

    /** The status of something new. */
    int created() {
        return this == GUIDE ? 201 : 200;
    }

    /** Says that something is gone: the product's client wants to read it. */
    void deleted(Context ctx, String message) {
        if (this == GUIDE) {
            Responses.empty(ctx, 204);
        } else {
            Responses.json(ctx, 200, DONE.write(new DoneJson(false, message)));
        }
    }

    private record DoneJson(boolean error, String message) {}
}
