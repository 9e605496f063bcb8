package org.contacts4j.http.bottlecrm;

import java.util.List;
import org.contacts4j.application.contact.query.CountedPage;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.http.bottlecrm.json.Countries;
import org.contacts4j.json.EncodedJson;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of contacts, with the paging members of BottleCRM's API guide and of its clients.
 *
 * @param rows encoded once, for both of their member names
 */
record ListAnswer(ListRequest request, CountedPage found, EncodedJson rows, EncodedJson users) {

    static final JsonWriter<ListAnswer> WRITER = new JsonWriter<ListAnswer>()
            .number("count", ListAnswer::count)
            .text("next", ListAnswer::next)
            .text("previous", answer -> answer.request.previous())
            .json("results", ListAnswer::rows)
            .number("contacts_count", ListAnswer::count)
            .json("contact_obj_list", ListAnswer::rows)
            .number("per_page", answer -> answer.request.limit())
            .value("page_number", answer -> List.of(answer.request.page()))
            .value("offset", ListAnswer::nextOffset)
            .number("active_count", ListAnswer::active)
            .number("inactive_count", answer -> answer.count() - answer.active())
            .json("countries", answer -> Countries.ALL)
            .json("users", ListAnswer::users);

    static ListAnswer of(ListRequest request, CountedPage found, Users.Known users) {
        EncodedJson rows = Json.items(found.page().items(), ContactJson.CONTACT);
        return new ListAnswer(request, found, rows, users.all());
    }

    private long count() {
        return found.counts().total().count();
    }

    private long active() {
        return Math.min(found.counts().of(ContactStatus.ACTIVE), count());
    }

    private @Nullable String next() {
        return found.page().next() == null ? null : request.next();
    }

    private @Nullable Object nextOffset() {
        return next() == null ? null : request.offset() + request.limit();
    }
}
