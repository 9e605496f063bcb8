package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.filter.FilterService;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.filter.reading.QueryFaults;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Permission;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The contact search of the canonical API, by filter and text. */
public final class SearchRoutes {

    private static final Json.Writer<FoundJson> FOUND = Json.writerOf(FoundJson.class);

    /** The header with the cursor of the next page of a response that is not JSON. */
    private static final String NEXT_CURSOR = "X-Next-Cursor";

    private final ContactService contacts;
    private final FilterService filters;
    private final ContactFile files;
    private final Cursors cursors;

    public SearchRoutes(Contacts4J contacts4j, Cursors cursors) {
        this.contacts = contacts4j.contacts();
        this.filters = contacts4j.filters();
        this.files = new ContactFile(contacts4j.customFields(), contacts4j.exports());
        this.cursors = cursors;
    }

    public void addTo(Routes routes) {
        routes.requiring(Permission.READ).post("/contacts/search", this::search);
    }

    private void search(Context ctx) throws IOException {
        Caller caller = callerOf(ctx);
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        QueryFaults faults = new QueryFaults();
        Filter filter = filters.read(caller, body.get("query"), "query", faults.ofFilters());
        SearchBody search = new SearchBody(body, faults);
        @Nullable String text = search.text();
        ListParameters list = search.list(cursors);
        faults.throwIfAny();
        Filter wanted = text == null ? filter : Fields.search(text).and(filter);
        Optional<ExportFormat> format = AcceptedFormat.of(ctx);
        PageRequest request = format.isPresent() ? list.request().uncounted() : list.request();
        Page<Contact> found = contacts.list(caller, wanted, request);
        if (format.isPresent()) {
            if (found.next() != null) {
                ctx.header(NEXT_CURSOR, cursors.write(list.order(), found.next()));
            }
            files.send(ctx, format.get(), found.items(), null);
            return;
        }
        Responses.json(ctx, 200, FOUND.write(FoundJson.from(found, list, cursors)));
    }

    /**
     * The JSON of a page of search results.
     *
     * @param offset the offset of the page; null when the request has a cursor
     */
    record FoundJson(
            @JsonUnwrapped PageJson<JsonWritable<Contact>> page,
            @Nullable Long offset) {

        static FoundJson from(Page<Contact> found, ListParameters list, Cursors cursors) {
            @Nullable
            Long offset = list.page() == null ? null : Long.valueOf(list.slice().offset());
            return new FoundJson(PageJson.from(found, list, cursors, ContactJson::from), offset);
        }
    }
}
