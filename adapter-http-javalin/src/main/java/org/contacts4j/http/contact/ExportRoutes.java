package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.background.DaemonThreads;
import org.contacts4j.application.exporting.ExportService;
import org.contacts4j.application.exporting.Photo;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.view.ViewService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.reading.QueryFaults;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.view.View;
import org.contacts4j.exporting.ExportColumn;
import org.contacts4j.exporting.ExportColumns;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.exporting.Photos;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.Download;
import org.contacts4j.http.server.route.Permission;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The routes of exports in the canonical API. */
public final class ExportRoutes {

    private static final String EXPORT = "/contacts/export";

    private final ExportService exports;
    private final FilterService filters;
    private final ViewService views;
    private final ContactFile files;
    private final ExportPermits permits = new ExportPermits();
    private final Executor reader = Executors.newCachedThreadPool(DaemonThreads.named("export"));

    public ExportRoutes(Contacts4J contacts4j) {
        this.exports = contacts4j.exports();
        this.filters = contacts4j.filters();
        this.views = contacts4j.views();
        this.files = new ContactFile(contacts4j.customFields(), exports);
    }

    /** Adds the routes. They must be added before {@code /contacts/{id}}. */
    public void addTo(Routes routes) {
        routes.get(EXPORT, this::get).requiring(Permission.READ).post(EXPORT, this::post);
    }

    private void get(Context ctx) throws IOException {
        QueryParameters query = QueryParameters.of(ctx);
        Map<String, String> parameters = new HashMap<>();
        for (String name : ExportRequest.NAMES_OF_PARAMETERS) {
            List<String> sent = query.allSent(name);
            if (query.has(name)) {
                parameters.put(name, name.equals("columns") ? String.join(",", sent) : sent.get(sent.size() - 1));
            }
        }
        QueryFaults faults = new QueryFaults();
        ExportRequest request = ExportRequest.read(parameters, faults.others());
        Filter filter = ContactQueries.read(query);
        faults.others().list().forEach(fault -> query.refuse(fault.field(), fault.message()));
        query.throwIfInvalid();
        send(ctx, request, filter);
    }

    private void post(Context ctx) throws IOException {
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        QueryFaults faults = new QueryFaults();
        Filter filter = filters.read(callerOf(ctx), body.get("query"), "query", faults.ofFilters());
        @Nullable String text = new SearchBody(body, faults).text();
        ExportRequest request = ExportRequest.read(body, faults.others());
        faults.throwIfAny();
        send(ctx, request, text == null ? filter : Fields.search(text).and(filter));
    }

    private void send(Context ctx, ExportRequest request, Filter filter) throws IOException {
        Caller caller = callerOf(ctx);
        @Nullable View view = request.view() == null ? null : view(caller, request.view());
        Filter wanted = view == null ? filter : filterOf(caller, view).and(filter);
        Order order = request.orderWith(view);
        ExportFormat format = request.format() != null
                ? request.format()
                : AcceptedFormat.of(ctx).orElse(ExportFormat.CSV);
        if (request.photos() && !format.hasPhotos()) {
            throw new ContactsFailure.Invalid("photos", "goes with vcard3, vcard4 and jcard only");
        }
        List<ExportColumn> columns = format.isTable() ? columns(ctx, request, view) : List.of();
        Download download = Download.ofUnknownSize(ContactFile.nameOf(format), format.contentType());
        AcceptedFormat.putVary(ctx);
        if (ctx.method().name().equals("HEAD")) {
            exports.check(caller, order, request.cursor());
            download.describe(ctx);
            return;
        }
        Runnable permit = permits.acquire(caller);
        try {
            Page<Contact> first =
                    exports.begin(caller, wanted, order, request.cursor(), ExportStream.FIRST_PAGE, request.photos());
            download.send(
                    ctx,
                    new ExportStream(
                            format,
                            columns,
                            request.cursor() != null,
                            request.photos() ? contact -> photo(caller, contact) : Photos.NONE,
                            first,
                            slice -> exports.next(caller, wanted, PageRequest.of(order, slice)),
                            reader,
                            permit));
        } catch (IOException | RuntimeException | Error e) {
            permit.run();
            throw e;
        }
    }

    private Optional<Photo> photo(Caller caller, Contact contact) throws IOException {
        try {
            return exports.photo(caller, contact.id(), false);
        } catch (ContactsFailure failure) {
            throw new IOException("a photo of an export cannot be read", failure);
        }
    }

    private View view(Caller caller, String id) {
        return views.list(caller).views().stream()
                .filter(view -> view.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ContactsFailure.Invalid("view", "is not the id of a saved view"));
    }

    private Filter filterOf(Caller caller, View view) {
        QueryFaults faults = new QueryFaults();
        Filter filter = filters.read(caller, view.query(), "view.query", faults.ofFilters());
        faults.throwIfAny();
        return view.q() == null ? filter : Fields.search(view.q()).and(filter);
    }

    /** Returns the requested columns, else those of the view, else all. Unknown names in a view are the client's own. */
    private List<ExportColumn> columns(Context ctx, ExportRequest request, @Nullable View view) {
        if (request.columns() != null) {
            return request.columns();
        }
        List<ExportColumn> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        if (view != null && view.columns() != null) {
            view.columns()
                    .forEach(name -> ExportColumns.find(name).ifPresentOrElse(columns::add, () -> unknown.add(name)));
        }
        if (!unknown.isEmpty()) {
            ctx.header("X-Unknown-Fields", ExportRequest.printable(unknown));
        }
        return columns.isEmpty() ? files.allColumns(callerOf(ctx)) : columns;
    }
}
