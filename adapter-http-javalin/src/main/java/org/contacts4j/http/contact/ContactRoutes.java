package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.contact.ContactFinder;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.contacts4j.exporting.ExportFormat;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.contact.ContactSummaries.FoundJson;
import org.contacts4j.http.contact.ContactSummaries.PrimaryJson;
import org.contacts4j.http.contact.ContactSummaries.ReportJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.MediaTypes;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.canonical.ContactJson;
import org.jspecify.annotations.Nullable;

/** The routes of contacts in the canonical API. */
public final class ContactRoutes {

    private static final Json.Writer<FoundJson> FOUND = Json.writerOf(FoundJson.class);
    private static final Json.Writer<PrimaryJson> PRIMARY = Json.writerOf(PrimaryJson.class);

    private static final Json.Writer<PageJson<JsonWritable<Contact>>> PAGE = Json.writerOf(new TypeReference<>() {});

    private static final Json.Writer<Map<String, List<ReportJson>>> HIERARCHY = Json.writerOf(new TypeReference<>() {});

    private final ContactService contacts;
    private final ContactFinder finder;
    private final ContactFile files;
    private final CardBody cards;
    private final Cursors cursors;

    public ContactRoutes(Contacts4J contacts4j, Cursors cursors) {
        this.contacts = contacts4j.contacts();
        this.finder = contacts4j.finder();
        this.files = new ContactFile(contacts4j.customFields(), contacts4j.exports());
        this.cards = new CardBody(contacts4j.attachments());
        this.cursors = cursors;
    }

    /**
     * Returns whether a request uploads a vCard with its pictures.
     *
     * @param path the path without the prefix of the routes
     * @param mediaType the media type of the body, without parameters
     */
    public static boolean acceptsCard(String method, String path, String mediaType) {
        return method.equals("POST")
                && (path.equals("/contacts") || path.equals("/contacts/"))
                && CardBody.isCard(mediaType);
    }

    /** Adds the routes. Literal paths come first, because the first matching route handles a request. */
    public void addTo(Routes routes) {
        routes.get("/contacts/hierarchy", this::hierarchy)
                .get("/contacts/company/{companyId}", this::ofCompany)
                .get("/contacts/department/{department}", this::ofDepartment)
                .get("/contacts/contact-method/{method}", this::preferring)
                .get("/contacts", this::list)
                .post("/contacts", this::create)
                .get("/contacts/{id}", this::get)
                .put("/contacts/{id}", this::change)
                .patch("/contacts/{id}", this::change)
                .delete("/contacts/{id}", this::remove)
                .post("/contacts/{id}/set-primary/{companyId}", this::setPrimary);
    }

    private void create(Context ctx) throws IOException {
        if (CardBody.isCard(MediaTypes.plain(MediaTypes.of(ctx)))) {
            createFromCard(ctx);
            return;
        }
        Patch<Contact> patch = ContactJson.read(Bodies.json(ctx));
        Contact contact = ContactJson.naming(() -> contacts.create(callerOf(ctx), patch));
        ctx.header("Location", "/api/v1/contacts/" + contact.id());
        answer(ctx, 201, contact);
    }

    private void createFromCard(Context ctx) throws IOException {
        Contact contact = cards.create(ctx, callerOf(ctx));
        ctx.header("Location", "/api/v1/contacts/" + contact.id());
        Optional<ExportFormat> format = AcceptedFormat.of(ctx);
        if (format.isPresent()) {
            files.send(ctx, 201, format.get(), contact);
        } else {
            answer(ctx, 201, contact);
        }
    }

    private void list(Context ctx) throws IOException {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors);
        Filter wanted = ContactQueries.read(query);
        query.throwIfInvalid();
        Optional<ExportFormat> format = AcceptedFormat.of(ctx);
        PageRequest request = format.isPresent() ? list.request().uncounted() : list.request();
        Page<Contact> found = contacts.list(callerOf(ctx), wanted, request);
        if (format.isPresent()) {
            @Nullable String next = found.next() == null ? null : cursors.write(list.order(), found.next());
            files.send(ctx, format.get(), found.items(), next);
            return;
        }
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, ContactJson::from)));
    }

    /** Sends the contact. Files have no ETag, because the version is that of the JSON. */
    private void get(Context ctx) throws IOException {
        Contact contact = contacts.get(callerOf(ctx), id(ctx));
        Optional<ExportFormat> format = AcceptedFormat.of(ctx);
        if (format.isPresent()) {
            files.send(ctx, 200, format.get(), contact);
        } else if (ETags.isKnown(ctx, callerOf(ctx), contact.revision().version())) {
            Responses.notModified(ctx, contact.revision().version());
        } else {
            answer(ctx, 200, contact);
        }
    }

    private void change(Context ctx) {
        Patch<Contact> patch = ContactJson.read(Bodies.json(ctx));
        Contact contact =
                ContactJson.naming(() -> contacts.update(callerOf(ctx), id(ctx), patch, ETags.precondition(ctx)));
        answer(ctx, 200, contact);
    }

    private void remove(Context ctx) {
        contacts.remove(callerOf(ctx), id(ctx), ETags.precondition(ctx));
        Responses.empty(ctx, 204);
    }

    private void hierarchy(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable String company = query.text("companyId");
        query.throwIfInvalid();
        ContactFinder.Hierarchy hierarchy =
                finder.hierarchy(callerOf(ctx), company == null ? null : CompanyId.parse(company.strip()));
        if (hierarchy.truncated()) {
            ctx.header("X-Truncated", "true");
        }
        Responses.json(ctx, 200, HIERARCHY.write(ContactSummaries.reports(hierarchy)));
    }

    private void ofCompany(Context ctx) {
        answer(ctx, finder.ofCompany(callerOf(ctx), CompanyId.parse(ctx.pathParam("companyId"))));
    }

    private void ofDepartment(Context ctx) {
        String department = ctx.pathParam("department");
        Faults faults = new Faults();
        Rules.checkText(department, Rules.TEXT, "department", faults);
        faults.throwIfAny();
        answer(ctx, finder.ofDepartment(callerOf(ctx), department));
    }

    private void preferring(Context ctx) {
        ContactMethod method = EnumNames.find(ContactMethod.class, ctx.pathParam("method"))
                .orElseThrow(() -> new ContactsFailure.Invalid(
                        "method", "must be one of " + EnumNames.allOf(ContactMethod.class)));
        answer(ctx, finder.preferring(callerOf(ctx), method));
    }

    private void setPrimary(Context ctx) {
        CompanyId company = CompanyId.parse(ctx.pathParam("companyId"));
        Responses.json(ctx, 200, PRIMARY.write(PrimaryJson.from(contacts.setPrimary(callerOf(ctx), id(ctx), company))));
    }

    private static ContactId id(Context ctx) {
        return ContactId.parse(ctx.pathParam("id"));
    }

    static void answer(Context ctx, int status, Contact contact) {
        Responses.record(
                ctx,
                status,
                Json.write(ContactJson.from(contact)),
                contact.revision().version());
    }

    private static void answer(Context ctx, ContactFinder.Found found) {
        Responses.json(ctx, 200, FOUND.write(FoundJson.from(found)));
    }
}
