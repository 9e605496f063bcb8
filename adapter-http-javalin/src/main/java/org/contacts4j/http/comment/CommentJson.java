package org.contacts4j.http.comment;

import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.json.Timestamps;
import org.jspecify.annotations.Nullable;

/** The JSON of a comment in the canonical API. */
public record CommentJson(
        UUID id,
        UUID contactId,
        String text,
        List<String> mentions,
        String createdAt,
        String createdBy,
        @Nullable String editedAt,
        @Nullable String editedBy) {

    public static CommentJson from(Comment comment) {
        Comment.@Nullable Edit edit = comment.lastEdit();
        return new CommentJson(
                comment.id().value(),
                comment.contactId().value(),
                comment.text(),
                comment.mentions().stream().map(MemberId::value).toList(),
                Timestamps.of(comment.writtenAt()),
                comment.author().value(),
                edit == null ? null : Timestamps.of(edit.at()),
                edit == null ? null : edit.by().value());
    }
}
