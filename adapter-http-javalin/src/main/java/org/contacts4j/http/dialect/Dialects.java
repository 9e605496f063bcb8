package org.contacts4j.http.dialect;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.auth.audit.RequestAudit;
import org.contacts4j.http.limit.ClientAddresses;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.server.ExceptionHandler;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.idempotency.IdempotentPosts;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.request.RequestPrincipal;
import org.contacts4j.http.server.request.RequestSource;
import org.contacts4j.http.server.route.Apis;
import org.contacts4j.http.server.route.BodyPlan;
import org.contacts4j.http.server.route.RouteTable;
import org.contacts4j.http.server.route.Routes;
import org.jspecify.annotations.Nullable;

/** The dialects of one server. The path of a request decides which dialect serves it. */
public final class Dialects implements Apis {

    private static final String ENCODING = "Accept-Encoding";

    private final List<DialectBinding> bindings;
    private final RouteTable routes;
    private final ClientAddresses clients;
    private final RequestAudit audit;
    private final @Nullable RateLimiter limiter;

    /**
     * Creates the composite of these dialects. The first dialect of a connector also formats errors for paths outside
     * all dialects.
     *
     * @param connectorPorts returns the name of the connector that serves a dialect
     * @param authentications returns the authentication of callers with these credentials
     * @param clients determines the addresses of clients
     * @param audit receives the refusals of identified callers
     * @param limiter counts the requests; null to disable rate limits
     * @param routes the routes of the server
     */
    public Dialects(
            List<Dialect> dialects,
            Function<Dialect, String> connectorPorts,
            Function<Credentials, Authentication> authentications,
            ClientAddresses clients,
            RequestAudit audit,
            @Nullable RateLimiter limiter,
            RouteTable routes) {
        this.routes = routes;
        this.bindings = dialects.stream()
                .map(dialect -> new DialectBinding(
                        dialect,
                        connectorPorts.apply(dialect),
                        authentications.apply(dialect.credentials()),
                        ENCODING + ", "
                                + String.join(", ", dialect.credentials().headers())))
                .toList();
        this.clients = clients;
        this.audit = audit;
        this.limiter = limiter;
    }

    /**
     * Adds the exception handlers, the authentication and the routes of all dialects to a server.
     *
     * @param posts makes the POST routes repeatable
     */
    public void addTo(JavalinConfig config, IdempotentPosts posts) {
        ExceptionHandler.answer(config, this);
        config.routes.before(this::admit);
        Routes.checkPermissions(config.routes);
        // The router tests the routes in order, so the most requested dialects come first.
        bindings.forEach(door -> door.dialect().addTo(new Routes(config.routes, "", posts)));
    }

    @Override
    public BodyPlan bodyOf(RequestHead request, @Nullable RequestPrincipal sender) {
        @Nullable DialectBinding door = bindingOf(request);
        if (door == null || !Bodies.isPlain(request)) {
            return new BodyPlan.Unread();
        }
        @Nullable Caller caller = sender == null ? null : sender.caller();
        if ((caller == null && door.asks(request)) || !routes.allows(request, caller)) {
            return new BodyPlan.Unread();
        }
        return door.dialect()
                .bodyOf(request, caller == null ? "" : caller.organization().value());
    }

    @Override
    public boolean admitsAnonymous(RequestHead request) {
        @Nullable DialectBinding door = bindingOf(request);
        return door != null && !door.asks(request);
    }

    @Override
    public void recordRefusal(Caller caller, String code) {
        audit.refused(caller, code);
    }

    @Override
    public InetAddress clientOf(RequestSource source) {
        return clients.of(source);
    }

    @Override
    public String varyOf(RequestHead request) {
        @Nullable DialectBinding door = bindingOf(request);
        return door == null ? ENCODING : door.vary();
    }

    @Override
    public Optional<String> routeOf(RequestHead request) {
        return routes.templateOf(request);
    }

    @Override
    public ErrorFormat errorFormatFor(RequestHead request) {
        return Optional.ofNullable(bindingOf(request))
                .or(() -> bindings.stream().filter(door -> door.isAt(request)).findFirst())
                .orElse(bindings.get(0))
                .dialect()
                .errorFormat();
    }

    @Override
    public @Nullable RequestPrincipal count(RequestHead request, BiConsumer<String, String> headers) {
        @Nullable DialectBinding door = bindingOf(request);
        if (door == null) {
            return null;
        }
        return limiter == null ? door.authentication().find(request) : count(door, request, headers, limiter);
    }

    private static @Nullable RequestPrincipal count(
            DialectBinding door, RequestHead request, BiConsumer<String, String> headers, RateLimiter limiter) {
        @Nullable RequestPrincipal sender = door.authentication().find(request);
        if (sender == null && door.asks(request)) {
            limiter.countUnauthenticated(request.client(), headers);
        } else {
            @Nullable Caller caller = sender == null ? null : sender.caller();
            limiter.count(door.dialect().limit(request), caller, request.client(), headers);
        }
        return sender;
    }

    private void admit(Context ctx) {
        Routes.rejectInternalMethods(ctx);
        RequestHead request = RequestHead.of(ctx);
        @Nullable DialectBinding door = bindingOf(request);
        if (door == null) {
            refuseOtherConnectors(request);
        } else if (door.asks(request)) {
            door.authentication().authenticate(ctx);
        }
    }

    /** Refuses the paths of dialects that another connector serves: the router knows all paths at every connector. */
    private void refuseOtherConnectors(RequestHead request) {
        if (bindings.stream().anyMatch(door -> door.servesPath(request.path()))) {
            throw Refusal.notFound();
        }
    }

    /** Finds the dialect of a request. Uses a loop here and below, since this runs several times per request. */
    private @Nullable DialectBinding bindingOf(RequestHead request) {
        for (DialectBinding door : bindings) {
            if (door.isAt(request) && door.servesPath(request.path())) {
                return door;
            }
        }
        return null;
    }

    /**
     * A dialect, the connector that serves it, the authentication of its callers, and the {@code Vary} header of its
     * responses.
     */
    private record DialectBinding(Dialect dialect, String connectorName, Authentication authentication, String vary) {

        boolean isAt(RequestHead request) {
            return connectorName.equals(request.connectorName());
        }

        boolean servesPath(String path) {
            for (String root : dialect.roots()) {
                if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                    return true;
                }
            }
            return false;
        }

        /**
         * Returns whether the caller must be authenticated: the route requires a token, or the request contains one.
         */
        boolean asks(RequestHead request) {
            return !dialect.isOpen(request) || authentication.hasToken(request);
        }
    }
}
