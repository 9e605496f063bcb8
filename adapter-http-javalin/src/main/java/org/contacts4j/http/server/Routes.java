package org.contacts4j.http.server;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;

/** Adds routes under one prefix. */
public final class Routes {

    private final RoutesConfig routes;
    private final String prefix;

    public Routes(RoutesConfig routes, String prefix) {
        this.routes = routes;
        this.prefix = prefix;
    }

    /** Adds routes under a longer prefix. */
    public Routes under(String path) {
        return new Routes(routes, prefix + path);
    }

    /** The router keeps its own handlers under names that a request's method could have too. */
    public static void refuseInnerMethods(Context ctx) {
        if (!ctx.method().isHttpMethod()) {
            throw Refusal.methodNotAllowed("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
    }

    /** GET, and HEAD with it, which is the same without a body (RFC 9110 section 9.3.2). */
    public Routes get(String path, Handler handler) {
        routes.get(prefix + path, handler);
        routes.head(prefix + path, handler);
        return this;
    }

    public Routes post(String path, Handler handler) {
        routes.post(prefix + path, handler);
        return this;
    }

    public Routes put(String path, Handler handler) {
        routes.put(prefix + path, handler);
        return this;
    }

    public Routes patch(String path, Handler handler) {
        routes.patch(prefix + path, handler);
        return this;
    }

    public Routes delete(String path, Handler handler) {
        routes.delete(prefix + path, handler);
        return this;
    }
}
