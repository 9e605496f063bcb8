package org.contacts4j.http.server.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.idempotency.IdempotentPosts;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.jspecify.annotations.Nullable;

/** Registers routes under one prefix, each with the {@link Permission} it requires. */
public final class Routes {

    private final RoutesConfig routes;
    private final String prefix;
    private final IdempotentPosts posts;
    private final Permission toRead;
    private final Permission toWrite;

    /** Creates a registrar whose POST routes are made repeatable by {@code posts}. */
    public Routes(RoutesConfig routes, String prefix, IdempotentPosts posts) {
        this(routes, prefix, posts, Permission.READ, Permission.WRITE);
    }

    private Routes(RoutesConfig routes, String prefix, IdempotentPosts posts, Permission toRead, Permission toWrite) {
        this.routes = routes;
        this.prefix = prefix;
        this.posts = posts;
        this.toRead = toRead;
        this.toWrite = toWrite;
    }

    /** Returns a registrar for routes under a longer prefix. */
    public Routes under(String path) {
        return new Routes(routes, prefix + path, posts, toRead, toWrite);
    }

    /** Returns a registrar for routes that require this permission for every method. */
    public Routes requiring(Permission permission) {
        return new Routes(routes, prefix, posts, permission, permission);
    }

    /** Returns a registrar for routes that require this permission to write. The permission to read is unchanged. */
    public Routes requiringForWrites(Permission permission) {
        return new Routes(routes, prefix, posts, toRead, permission);
    }

    /** Makes every route check the permissions of its callers before any other part of the request is processed. */
    public static void checkPermissions(RoutesConfig routes) {
        routes.beforeMatched(ctx -> {
            @Nullable RequestPrincipal sender = ctx.attribute(RequestPrincipal.OF_REQUEST);
            if (sender != null) {
                RouteTable.check(ctx.routeRoles(), sender.caller());
            }
        });
    }

    /**
     * Rejects methods that are not HTTP methods. The router registers its internal handlers under method names that a
     * client could send.
     *
     * @throws Refusal when the method is not an HTTP method
     */
    public static void rejectInternalMethods(Context ctx) {
        if (!ctx.method().isHttpMethod()) {
            throw Refusal.methodNotAllowed("GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
    }

    /** Registers GET and HEAD. HEAD is GET without a response body (RFC 9110 section 9.3.2). */
    public Routes get(String path, Handler handler) {
        routes.get(prefix + path, handler, toRead);
        routes.head(prefix + path, handler, toRead);
        return this;
    }

    /**
     * Registers POST. Its changes are one transaction, in which its answer is recorded if the request has an
     * {@code Idempotency-Key}. The handler may then run several times.
     */
    public Routes post(String path, Handler handler) {
        return add(path, toWrite == Permission.READ ? posts.reading(handler) : posts.inOneTransaction(handler));
    }

    /** Registers POST like {@link #post}. Its answer shows a secret and is recorded encrypted. */
    public Routes postShowingSecret(String path, Handler handler) {
        return add(path, posts.showingSecret(handler));
    }

    /** Registers POST with changes in several transactions. */
    public Routes postInSeveralTransactions(String path, Handler handler) {
        return add(path, posts.inSeveralTransactions(handler));
    }

    private Routes add(String path, Handler post) {
        routes.post(prefix + path, post, toWrite);
        return this;
    }

    public Routes put(String path, Handler handler) {
        routes.put(prefix + path, handler, toWrite);
        return this;
    }

    public Routes patch(String path, Handler handler) {
        routes.patch(prefix + path, handler, toWrite);
        return this;
    }

    public Routes delete(String path, Handler handler) {
        routes.delete(prefix + path, handler, toWrite);
        return this;
    }
}
