package org.contacts4j.http.dialect;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.TokenVerifier;
import org.contacts4j.http.limit.RateLimiter;
import org.contacts4j.http.server.Apis;
import org.contacts4j.http.server.Bodies;
import org.contacts4j.http.server.BodyPlan;
import org.contacts4j.http.server.ErrorFormat;
import org.contacts4j.http.server.ExceptionHandler;
import org.contacts4j.http.server.Refusal;
import org.contacts4j.http.server.RequestHead;
import org.contacts4j.http.server.RequestPrincipal;
import org.contacts4j.http.server.RequestSource;
import org.contacts4j.http.server.RouteTable;
import org.contacts4j.http.server.Routes;
import org.jspecify.annotations.Nullable;

/** The dialects that a server speaks, side by side: each request is the business of the one whose path it is. */
public final class Dialects implements Apis {

    private final List<Door> dialectPorts;
    private final RouteTable routes;
    private final @Nullable RateLimiter limiter;

    /**
     * These dialects. The first at an connectorName also words what is refused outside of all paths there.
     *
     * @param connectorPorts by which of the server's ports the requests of a dialect come
     * @param tokens verifies the tokens of all of them
     * @param directory is told who came with them
     * @param limiter counts their requests; null when nobody does
     * @param routes the router's
     */
    public Dialects(
            List<Dialect> dialects,
            Function<Dialect, String> connectorPorts,
            TokenVerifier tokens,
            BiConsumer<Caller, Profile> directory,
            @Nullable RateLimiter limiter,
            RouteTable routes) {
        this.routes = routes;
        this.dialectPorts = dialects.stream()
                .map(dialect -> new Door(
                        dialect,
                        connectorPorts.apply(dialect),
                        new Authentication(tokens, dialect.credentials(), directory)))
                .toList();
        this.limiter = limiter;
    }

    /** Adds what all of them are made of to a server. */
    public void addTo(JavalinConfig config) {
        ExceptionHandler.answer(config, this);
        config.routes.before(this::admit);
        Routes.checkPermissions(config.routes);
        // The router tries one route after the other: what is asked most comes first.
        dialectPorts.forEach(door -> door.dialect().addTo(new Routes(config.routes, "")));
    }

    @Override
    public BodyPlan bodyOf(RequestHead request) {
        @Nullable Door door = doorOf(request);
        if (door == null || !Bodies.isPlain(request)) {
            return new BodyPlan.Unread();
        }
        @Nullable RequestPrincipal sender = door.authentication().find(request);
        @Nullable Caller caller = sender == null ? null : sender.caller();
        if ((caller == null && door.asks(request)) || !routes.allows(request, caller)) {
            return new BodyPlan.Unread();
        }
        return door.dialect()
                .bodyOf(request, caller == null ? "" : caller.organization().value());
    }

    @Override
    public boolean letsIn(RequestHead request) {
        @Nullable Door door = doorOf(request);
        return door != null && (!door.asks(request) || door.authentication().find(request) != null);
    }

    @Override
    public ErrorFormat wordingFor(RequestHead request) {
        return Optional.ofNullable(doorOf(request))
                .or(() -> dialectPorts.stream().filter(door -> door.isAt(request)).findFirst())
                .orElse(dialectPorts.get(0))
                .dialect()
                .wording();
    }

    @Override
    public @Nullable RequestPrincipal count(
            RequestHead request, RequestSource origin, BiConsumer<String, String> headers) {
        @Nullable Door door = doorOf(request);
        if (door == null) {
            return null;
        }
        return limiter == null ? door.authentication().find(request) : count(door, request, origin, headers, limiter);
    }

    private static @Nullable RequestPrincipal count(
            Door door,
            RequestHead request,
            RequestSource origin,
            BiConsumer<String, String> headers,
            RateLimiter limiter) {
        @Nullable RequestPrincipal sender = door.authentication().find(request);
        if (sender == null && door.asks(request)) {
            limiter.countStranger(origin, headers);
        } else {
            limiter.count(door.dialect().limit(request), sender == null ? null : sender.caller(), origin, headers);
        }
        return sender;
    }

    private void admit(Context ctx) {
        Routes.refuseInnerMethods(ctx);
        RequestHead request = RequestHead.of(ctx);
        @Nullable Door door = doorOf(request);
        if (door == null) {
            refuseOtherConnectors(request);
        } else if (door.asks(request)) {
            door.authentication().authenticate(ctx);
        }
    }

    /** The router knows the paths of all dialects at every connectorName. */
    private void refuseOtherConnectors(RequestHead request) {
        if (dialectPorts.stream().anyMatch(door -> door.leadsTo(request.path()))) {
            throw Refusal.notFound();
        }
    }

    /** By a loop, as is done below it: every request comes by several times. */
    private @Nullable Door doorOf(RequestHead request) {
        for (Door door : dialectPorts) {
            if (door.isAt(request) && door.leadsTo(request.path())) {
                return door;
            }
        }
        return null;
    }

    /** A dialect, where its requests come in, and who looks at the tokens of its callers. */
    private record Door(Dialect dialect, String connectorName, Authentication authentication) {

        boolean isAt(RequestHead request) {
            return connectorName.equals(request.connectorName());
        }

        boolean leadsTo(String path) {
            for (String root : dialect.roots()) {
                if (path.startsWith(root) && (path.length() == root.length() || path.charAt(root.length()) == '/')) {
                    return true;
                }
            }
            return false;
        }

        /** Whether it matters who is calling: they have to say it, or do. */
        boolean asks(RequestHead request) {
            return !dialect.isOpen(request) || authentication.seesToken(request);
        }
    }
}
