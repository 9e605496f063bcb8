package org.contacts4j.http.dialect;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.Tokens;
import org.contacts4j.http.server.Apis;
import org.contacts4j.http.server.Failures;
import org.contacts4j.http.server.RequestHead;
import org.contacts4j.http.server.Routes;
import org.contacts4j.http.server.Wording;

/** The dialects that a server speaks, side by side: each request is the business of the one whose path it is. */
public final class Dialects implements Apis {

    private final List<Door> doors;

    /**
     * These dialects. The first also words what is refused outside of all paths.
     *
     * @param tokens verifies the tokens of all of them
     * @param directory is told who came with them
     */
    public Dialects(Tokens tokens, BiConsumer<Caller, Profile> directory, List<Dialect> dialects) {
        doors = dialects.stream()
                .map(dialect -> new Door(dialect, new Authentication(tokens, dialect.credentials(), directory)))
                .toList();
    }

    /** Adds what all of them are made of to a server. */
    public void addTo(JavalinConfig config) {
        Failures.answer(config, this);
        config.routes.before(Routes::refuseInnerMethods);
        config.routes.before(this::authenticate);
        doors.forEach(door -> door.dialect().addTo(new Routes(config.routes, "")));
    }

    @Override
    public boolean letIn(RequestHead request) {
        return doorOf(request).map(door -> door.letsIn(request)).orElse(false);
    }

    @Override
    public long fileLimit(RequestHead request) {
        return doorOf(request).map(door -> door.dialect().fileLimit(request)).orElse(0L);
    }

    @Override
    public Wording wordingFor(RequestHead request) {
        return doorOf(request).orElse(doors.get(0)).dialect().wording();
    }

    private void authenticate(Context ctx) {
        RequestHead request = RequestHead.of(ctx);
        doorOf(request)
                .filter(door -> door.asks(request))
                .ifPresent(door -> door.authentication().authenticate(ctx));
    }

    private Optional<Door> doorOf(RequestHead request) {
        return doors.stream().filter(door -> door.leadsTo(request.path())).findFirst();
    }

    /** A dialect, and who looks at the tokens of its callers. */
    private record Door(Dialect dialect, Authentication authentication) {

        boolean leadsTo(String path) {
            return dialect.roots().stream()
                    .anyMatch(root -> path.startsWith(root)
                            && (path.length() == root.length() || path.charAt(root.length()) == '/'));
        }

        boolean letsIn(RequestHead request) {
            return !asks(request) || authentication.letsIn(request);
        }

        /** Whether it matters who is calling: they have to say it, or do. */
        boolean asks(RequestHead request) {
            return !dialect.isOpen(request) || authentication.seesToken(request);
        }
    }
}
