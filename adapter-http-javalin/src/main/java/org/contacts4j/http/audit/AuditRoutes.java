package org.contacts4j.http.audit;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.contacts4j.application.audit.AuditQuery;
import org.contacts4j.application.audit.AuditService;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.audit.AuditAction;
import org.contacts4j.domain.audit.AuditEntry;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The route of the audit log in the canonical API. */
public final class AuditRoutes {

    private static final Order NEWEST_FIRST = new Order(Order.Key.CREATED_AT, true);
    private static final Map<String, AuditAction> ACTIONS =
            Arrays.stream(AuditAction.values()).collect(Collectors.toMap(AuditAction::text, Function.identity()));

    @SuppressWarnings("rawtypes")
    private static final Json.Writer<PageJson> PAGE = Json.writerOf(PageJson.class);

    private final AuditService audit;
    private final Cursors cursors;

    public AuditRoutes(AuditService audit, Cursors cursors) {
        this.audit = audit;
        this.cursors = cursors;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.requiring(AuditService::requireAdministrator).get("/audit", this::list);
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors, NEWEST_FIRST);
        @Nullable MemberId actor = read(query, "actor", ValueReaders.MEMBER);
        @Nullable Instant from = read(query, "from", ValueReaders.TIME);
        @Nullable Instant until = read(query, "until", ValueReaders.TIME);
        AuditQuery wanted = new AuditQuery(actor, query.word("action", ACTIONS), query.text("subjectId"), from, until);
        query.throwIfInvalid();
        Page<AuditEntry> found = audit.list(callerOf(ctx), wanted, list.slice());
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, AuditEntryJson::from)));
    }

    private static <T> @Nullable T read(QueryParameters query, String name, ValueReader<T> reader) {
        @Nullable String text = query.text(name);
        Faults faults = new Faults();
        @Nullable T value = text == null ? null : reader.read(text, name, faults);
        faults.list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        return value;
    }
}
