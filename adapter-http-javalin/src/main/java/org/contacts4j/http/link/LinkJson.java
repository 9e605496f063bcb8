package org.contacts4j.http.link;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a link in the canonical API: all keys are present, null when unset. */
record LinkJson(
        UUID id,
        String type,
        String externalId,
        @Nullable String title,
        @Nullable String status,
        @Nullable String url,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        String createdAt,
        String updatedAt,
        @Nullable String createdBy,
        @Nullable String updatedBy) {

    static LinkJson from(Link link) {
        return new LinkJson(
                link.id().value(),
                EnumNames.of(link.type()),
                link.externalId(),
                link.title(),
                link.status(),
                link.url(),
                link.amount(),
                link.currency(),
                Timestamps.of(link.revision().createdAt()),
                Timestamps.of(link.revision().updatedAt()),
                valueOf(link.revision().createdBy()),
                valueOf(link.revision().updatedBy()));
    }

    private static @Nullable String valueOf(@Nullable MemberId member) {
        return member == null ? null : member.value();
    }

    /** The links of a contact. */
    record ListJson(List<LinkJson> data) {

        static ListJson from(List<Link> links) {
            return new ListJson(links.stream().map(LinkJson::from).toList());
        }
    }
}
