package org.contacts4j.http.link;

import static org.contacts4j.json.JsonType.TEXT;

import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.json.JsonMembers;
import org.contacts4j.json.JsonType;
import org.contacts4j.json.JsonWritable;
import org.contacts4j.json.Timestamps;

/** The JSON of a link in the canonical API, in requests and responses. */
public final class LinkJson {

    static final JsonMembers<Link> MEMBERS = new JsonMembers<Link>()
            .writing(json -> json.id("id", Link::id))
            .with(LinkField.TYPE, JsonType.word(LinkType.class))
            .with(LinkField.EXTERNAL_ID, TEXT)
            .with(LinkField.TITLE, TEXT)
            .with(LinkField.STATUS, TEXT)
            .with(LinkField.URL, TEXT)
            .with(LinkField.AMOUNT, JsonType.DECIMAL)
            .with(LinkField.CURRENCY, TEXT)
            .writing(json -> json.text(
                            "createdAt", link -> Timestamps.of(link.revision().createdAt()))
                    .text("updatedAt", link -> Timestamps.of(link.revision().updatedAt()))
                    .id("createdBy", link -> link.revision().createdBy())
                    .id("updatedBy", link -> link.revision().updatedBy()));

    private LinkJson() {}

    public static JsonWritable<Link> from(Link link) {
        return MEMBERS.of(link);
    }
}
