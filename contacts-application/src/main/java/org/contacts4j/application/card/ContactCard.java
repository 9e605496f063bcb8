package org.contacts4j.application.card;

import java.util.List;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.link.Link;

/**
 * A contact and what is kept around it.
 *
 * @param comments the newest first; at most {@link CardService#LIMIT}
 * @param attachments the newest first
 * @param links in the order they were made
 */
public record ContactCard(Contact contact, List<Comment> comments, List<Attachment> attachments, List<Link> links) {

    public ContactCard {
        comments = List.copyOf(comments);
        attachments = List.copyOf(attachments);
        links = List.copyOf(links);
    }
}
