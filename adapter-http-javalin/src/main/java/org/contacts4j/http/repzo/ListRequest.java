package org.contacts4j.http.repzo;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.filter.Filter;
import org.contacts4j.http.server.request.QueryParameters;
import org.jspecify.annotations.Nullable;

/**
 * A request for a page of the list of contacts.
 *
 * @param page the number of the page, from 1
 * @param path the path of the request
 * @param others all parameters except the page, as they were sent; for the URLs of other pages
 */
record ListRequest(Filter filter, PageRequest pageRequest, long page, int perPage, String path, String others) {

    private static final int DEFAULT_PER_PAGE = 25;
    private static final int MAX_PER_PAGE = 100;

    /** The largest integer that JavaScript represents exactly (2^53 - 1). */
    private static final long MAX_PAGE = (1L << 53) - 1;

    private static final String PAGE = "page=";

    static ListRequest of(Context ctx) {
        QueryParameters query = QueryParameters.of(ctx);
        @Nullable Long sentPage = query.largeNumber("page", 1, MAX_PAGE);
        @Nullable Integer sentPerPage = query.number("per_page", 1, MAX_PER_PAGE);
        long page = sentPage == null ? 1 : sentPage;
        int perPage = sentPerPage == null ? DEFAULT_PER_PAGE : sentPerPage;
        Filter filter = ListFilters.read(query);
        PageRequest wanted = PageRequest.of(SortParameters.read(query), Slice.at((page - 1) * perPage, perPage))
                .countedInFull();
        query.throwIfInvalid();
        return new ListRequest(filter, wanted, page, perPage, ctx.path(), withoutPage(ctx.queryString()));
    }

    /** Returns the URL of another page of this list. */
    String address(long other) {
        return path + "?" + others + PAGE + other;
    }

    private static String withoutPage(@Nullable String sent) {
        return sent == null
                ? ""
                : Arrays.stream(sent.split("&"))
                        .filter(pair -> !pair.isEmpty() && !pair.startsWith(PAGE))
                        .map(pair -> pair + "&")
                        .collect(Collectors.joining());
    }
}
