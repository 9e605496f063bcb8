package org.contacts4j.http.company;

import static org.contacts4j.http.auth.Authentication.callerOf;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.http.Context;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.http.canonical.Cursors;
import org.contacts4j.http.canonical.ListParameters;
import org.contacts4j.http.canonical.PageJson;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.request.QueryParameters;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.canonical.CompanyJson;
import org.jspecify.annotations.Nullable;

/** The routes of companies in the canonical API. {@code /customers} is an alias of {@code /companies}. */
public final class CompanyRoutes {

    private static final Json.Writer<PageJson<JsonWritable<Company>>> PAGE = Json.writerOf(new TypeReference<>() {});

    private final CompanyService companies;
    private final Cursors cursors;

    public CompanyRoutes(CompanyService companies, Cursors cursors) {
        this.companies = companies;
        this.cursors = cursors;
    }

    /** Adds the routes. */
    public void addTo(Routes routes) {
        addTo(routes, "/companies");
        addTo(routes, "/customers");
    }

    private void addTo(Routes routes, String path) {
        routes.get(path, this::list)
                .post(path, ctx -> create(ctx, path))
                .get(path + "/{id}", this::get)
                .put(path + "/{id}", ctx -> save(ctx, path))
                .patch(path + "/{id}", this::change)
                .delete(path + "/{id}", this::remove);
    }

    private void create(Context ctx, String path) {
        created(ctx, path, companies.create(callerOf(ctx), CompanyJson.read(Bodies.json(ctx))));
    }

    private void list(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        ListParameters list = ListParameters.read(query, cursors);
        @Nullable String search = query.text("search");
        @Nullable String text = search != null ? search : query.text("q");
        query.throwIfInvalid();
        Page<Company> found =
                companies.list(callerOf(ctx), new CompanyQuery(text, list.order(), list.slice(), list.counted()));
        Responses.json(ctx, 200, PAGE.write(PageJson.from(found, list, cursors, CompanyJson::from)));
    }

    private void get(Context ctx) {
        Company company = companies.get(callerOf(ctx), id(ctx));
        if (ETags.isKnown(ctx, callerOf(ctx), company.revision().version())) {
            Responses.notModified(ctx, company.revision().version());
        } else {
            answer(ctx, 200, company);
        }
    }

    private void save(Context ctx, String path) {
        Patch<Company> patch = CompanyJson.read(Bodies.json(ctx));
        if (ETags.requiresExisting(ctx)) {
            answer(ctx, 200, changeExisting(ctx, patch));
            return;
        }
        CompanyService.Saved saved = companies.save(callerOf(ctx), id(ctx), patch, ETags.precondition(ctx));
        if (saved.created()) {
            created(ctx, path, saved.company());
        } else {
            answer(ctx, 200, saved.company());
        }
    }

    private Company changeExisting(Context ctx, Patch<Company> patch) {
        try {
            return companies.update(callerOf(ctx), id(ctx), patch, ETags.precondition(ctx));
        } catch (ContactsFailure.CompanyNotFound e) {
            throw new ContactsFailure.Stale(0);
        }
    }

    private void change(Context ctx) {
        Patch<Company> patch = CompanyJson.read(Bodies.json(ctx));
        answer(ctx, 200, companies.update(callerOf(ctx), id(ctx), patch, ETags.precondition(ctx)));
    }

    private void remove(Context ctx) {
        companies.remove(callerOf(ctx), id(ctx), ETags.precondition(ctx));
        Responses.empty(ctx, 204);
    }

    private static CompanyId id(Context ctx) {
        return CompanyId.parse(ctx.pathParam("id"));
    }

    private static void created(Context ctx, String path, Company company) {
        ctx.header("Location", "/api/v1" + path + "/" + company.id());
        answer(ctx, 201, company);
    }

    private static void answer(Context ctx, int status, Company company) {
        Responses.record(
                ctx,
                status,
                Json.write(CompanyJson.from(company)),
                company.revision().version());
    }
}
