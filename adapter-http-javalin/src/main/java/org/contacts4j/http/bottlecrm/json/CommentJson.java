package org.contacts4j.http.bottlecrm.json;

import org.contacts4j.domain.comment.Comment;
import org.contacts4j.json.JsonWriter;
import org.contacts4j.json.Timestamps;

/** The JSON of a comment, as in BottleCRM's API guide. */
public final class CommentJson {

    public static final JsonWriter<Comment> COMMENT = new JsonWriter<Comment>()
            .id("id", Comment::id)
            .text("comment", Comment::text)
            .id("contact", Comment::contactId)
            .text("commented_on", comment -> Timestamps.of(comment.writtenAt()))
            .id("commented_by", Comment::author);

    private CommentJson() {}
}
