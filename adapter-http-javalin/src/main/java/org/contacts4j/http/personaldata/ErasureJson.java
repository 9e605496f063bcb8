package org.contacts4j.http.personaldata;

import java.util.List;
import java.util.UUID;
import org.contacts4j.application.personaldata.Erasure;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.http.personaldata.PersonalDataJson.MentionJson;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of an erasure: when and by whom, what was removed, and which texts of other records remain. */
record ErasureJson(
        UUID id, String erasedAt, @Nullable String erasedBy, Erasure.Removed removed, List<MentionJson> mentions) {

    static ErasureJson from(Erasure erasure) {
        @Nullable MemberId by = erasure.by();
        return new ErasureJson(
                erasure.id().value(),
                Timestamps.of(erasure.at()),
                by == null ? null : by.value(),
                erasure.removed(),
                erasure.mentions().stream().map(MentionJson::from).toList());
    }
}
