package org.contacts4j.http.tag;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.tag.CountedTag;
import org.contacts4j.application.tag.TagService;
import org.contacts4j.json.Timestamps;

/** The JSON of a tag in the canonical API. */
record TagJson(UUID id, String name, long contactCount, String createdAt) {

    static TagJson from(CountedTag counted) {
        return new TagJson(
                counted.tag().id().value(),
                counted.tag().name(),
                counted.contacts(),
                Timestamps.of(counted.tag().createdAt()));
    }

    /** The list of tags. */
    record ListJson(List<TagJson> data, boolean truncated) {

        static ListJson from(TagService.Found found) {
            return new ListJson(found.tags().stream().map(TagJson::from).toList(), found.truncated());
        }
    }
}
