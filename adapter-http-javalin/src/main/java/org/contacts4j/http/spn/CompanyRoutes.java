package org.contacts4j.http.spn;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.company.CompanyService;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.company.CompanyField;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/**
 * The route that creates companies. SPN's documentation presupposes companies; all other operations on them are in the
 * canonical API.
 */
final class CompanyRoutes {

    private static final String NAME = "name";

    private static final JsonWriter<Company> COMPANY = new JsonWriter<Company>()
            .id("id", Company::id)
            .text(NAME, Company::name)
            .text("created_at", company -> Timestamps.of(company.revision().createdAt()))
            .text("updated_at", company -> Timestamps.of(company.revision().updatedAt()));

    private final CompanyService companies;

    CompanyRoutes(CompanyService companies) {
        this.companies = companies;
    }

    void addTo(Routes routes) {
        routes.post("", Unprocessable.answered(this::create));
    }

    private void create(Context ctx) {
        Problems problems = new Problems();
        Map<?, ?> sent = Body.of(ctx, problems);
        Patch<Company> fields = read(sent, problems);
        problems.throwIfAny();
        Company company = problems.of(sent, Map.of(), () -> companies.create(callerOf(ctx), fields));
        Responses.json(ctx, 201, Json.write(new JsonWritable<>(company, COMPANY)));
    }

    private static Patch<Company> read(Map<?, ?> sent, Problems problems) {
        if (!sent.containsKey(NAME)) {
            problems.missing(List.of("body", NAME), sent);
            return Patch.empty();
        }
        ReceivedValue name = ReceivedValue.inBody(NAME, sent.get(NAME), problems);
        @Nullable String text = name.text();
        if (text == null) {
            return Patch.empty();
        }
        name.check(CompanyField.NAME, text);
        return Patch.of(CompanyField.NAME, text);
    }
}
