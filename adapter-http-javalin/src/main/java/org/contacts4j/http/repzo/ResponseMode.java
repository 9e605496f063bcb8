package org.contacts4j.http.repzo;

import io.javalin.http.Context;

/** The audience of a response: clients that follow Repzo's API page, or the SDK, whose types declare more members. */
enum ResponseMode {
    PAGE,
    SDK;

    static ResponseMode of(Context ctx) {
        return ctx.header(Repzo.API_KEY) != null && ctx.header("Authorization") == null ? SDK : PAGE;
    }
}
