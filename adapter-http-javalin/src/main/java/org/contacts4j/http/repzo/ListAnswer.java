package org.contacts4j.http.repzo;

import java.util.Objects;
import org.contacts4j.application.page.Page;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** A page of contacts. */
record ListAnswer(ListRequest request, Page<Contact> found) {

    private static final JsonWriter<ListAnswer> PAGINATION = new JsonWriter<ListAnswer>()
            .number("page", answer -> answer.request.page())
            .number("per_page", answer -> answer.request.perPage())
            .number("pre_page", answer -> answer.request.page() - 1)
            .number("next_page", ListAnswer::nextPage)
            .number("total", ListAnswer::total)
            .number("total_page", ListAnswer::totalPages);

    /** The response according to Repzo's API page. */
    static final JsonWriter<ListAnswer> FOR_API_PAGE = new JsonWriter<ListAnswer>()
            .flag("success", answer -> true)
            .items("data", answer -> answer.found.items(), ContactJson.CONTACT)
            .object("pagination", answer -> answer, PAGINATION);

    /** The response of {@link #FOR_API_PAGE}, plus the members that the SDK's types declare. */
    static final JsonWriter<ListAnswer> FOR_SDK = new JsonWriter<ListAnswer>()
            .all(answer -> answer, FOR_API_PAGE)
            .number("total_result", ListAnswer::total)
            .number("current_count", answer -> answer.found.items().size())
            .number("total_pages", ListAnswer::totalPages)
            .number("current_page", answer -> answer.request.page())
            .number("per_page", answer -> answer.request.perPage())
            .text("first_page_url", answer -> answer.request.address(1))
            .text("last_page_url", answer -> answer.request.address(Math.max(1, answer.totalPages())))
            .text("next_page_url", answer -> answer.addressOf(answer.nextPage()))
            .text("prev_page_url", answer -> answer.addressOf(answer.request.page() - 1))
            .text("path", answer -> answer.request.path());

    private long total() {
        return Objects.requireNonNull(found.total()).count();
    }

    private long totalPages() {
        return (total() + request.perPage() - 1) / request.perPage();
    }

    /** Returns the number of the next page; 0 on the last one. */
    private long nextPage() {
        return request.page() < totalPages() ? request.page() + 1 : 0;
    }

    private @Nullable String addressOf(long page) {
        return page == 0 ? null : request.address(page);
    }
}
