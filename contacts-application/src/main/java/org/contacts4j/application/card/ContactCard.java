package org.contacts4j.application.card;

import java.util.List;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.link.Link;

/**
 * A contact with its comments, attachments and links.
 *
 * @param comments newest first; at most {@link CardService#LIMIT}
 * @param attachments newest first
 * @param links in creation order
 */
public record ContactCard(Contact contact, List<Comment> comments, List<Attachment> attachments, List<Link> links) {

    public ContactCard {
        comments = List.copyOf(comments);
        attachments = List.copyOf(attachments);
        links = List.copyOf(links);
    }
}
