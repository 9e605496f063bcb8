package org.contacts4j.http.server.route;

import io.javalin.http.HandlerType;
import io.javalin.router.InternalRouter;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.server.request.RequestHead;
import org.jspecify.annotations.Nullable;

/** Looks up the route of a request from its head, in the router's own table. */
public final class RouteTable {

    private static final Map<String, HandlerType> METHODS = Stream.of(
                    HandlerType.GET,
                    HandlerType.HEAD,
                    HandlerType.POST,
                    HandlerType.PUT,
                    HandlerType.PATCH,
                    HandlerType.DELETE)
            .collect(Collectors.toMap(HandlerType::name, Function.identity()));

    private final InternalRouter router;

    public RouteTable(InternalRouter router) {
        this.router = router;
    }

    /**
     * Returns whether a route matches the request and its permissions allow the caller.
     *
     * @param caller null for a caller without a token, for which no permission is checked
     */
    public boolean allows(RequestHead request, @Nullable Caller caller) {
        @Nullable ParsedEndpoint found = find(request);
        return found != null && (caller == null || permissions(found).allMatch(role -> role.allows(caller)));
    }

    /** Returns the path of the matching route, with placeholders for its parameters; empty when no route matches. */
    public Optional<String> templateOf(RequestHead request) {
        return Optional.ofNullable(find(request)).map(found -> found.endpoint.path);
    }

    private @Nullable ParsedEndpoint find(RequestHead request) {
        @Nullable HandlerType method = METHODS.get(request.method());
        return method == null ? null : router.findFirstHttpHandlerEntry(method, request.path());
    }

    /** Checks every permission of a route. Throws the exception of the first one that rejects the caller. */
    static void check(Set<RouteRole> roles, Caller caller) {
        permissions(roles).forEach(permission -> permission.check(caller));
    }

    private static Stream<Permission> permissions(ParsedEndpoint route) {
        @Nullable Roles roles = route.endpoint.metadata(Roles.class);
        return roles == null ? Stream.empty() : permissions(roles.getRoles());
    }

    private static Stream<Permission> permissions(Set<? extends RouteRole> roles) {
        return roles.stream().filter(Permission.class::isInstance).map(Permission.class::cast);
    }
}
