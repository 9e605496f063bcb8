package org.contacts4j.http.repzo;

import io.javalin.http.Context;

/** For whom an answer is: whoever follows the page, or the SDK, whose types promise more. */
enum ResponseMode {
    PAGE,
    SDK;

    static ResponseMode of(Context ctx) {
        return ctx.header(Repzo.API_KEY) != null && ctx.header("Authorization") == null ? SDK : PAGE;
    }
}
