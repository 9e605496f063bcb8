package org.contacts4j.http.spn;

import io.javalin.http.Context;
import java.util.List;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/** A request for a page of a company's contacts. */
record ListRequest(CompanyId company, Slice slice) {

    private static final String COMPANY = "company_id";
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    static ListRequest of(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        query.throwIfInvalid();
        Problems problems = new Problems();
        CompanyId company = company(query, problems);
        int skip = number(query, "skip", 0, 0, problems);
        int limit = number(query, "limit", DEFAULT_LIMIT, 1, problems);
        problems.throwIfAny();
        return new ListRequest(company, Slice.at(skip, Math.min(limit, MAX_LIMIT)));
    }

    private static CompanyId company(QueryParameters query, Problems problems) {
        @Nullable String sent = last(query, COMPANY);
        if (sent == null) {
            problems.missing(List.of("query", COMPANY), null);
            return CompanyId.parse("");
        }
        return new CompanyId(ReceivedValue.inQuery(COMPANY, sent, problems).id());
    }

    private static int number(QueryParameters query, String name, int otherwise, int least, Problems problems) {
        @Nullable String sent = last(query, name);
        return sent == null
                ? otherwise
                : ReceivedValue.inQuery(name, sent, problems).number(least);
    }

    /** Returns the last value of this parameter, which may be blank; null when it is absent. */
    private static @Nullable String last(QueryParameters query, String name) {
        List<String> all = query.allSent(name);
        return all.isEmpty() ? null : all.get(all.size() - 1);
    }
}
