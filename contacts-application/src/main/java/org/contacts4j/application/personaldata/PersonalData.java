package org.contacts4j.application.personaldata;

import java.util.List;
import org.contacts4j.application.importing.FailedRowOfJob;
import org.contacts4j.application.importing.warning.WarningOfJob;
import org.contacts4j.domain.attachment.Attachment;
import org.contacts4j.domain.comment.Comment;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.webhook.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * Everything stored about a person. Each list has at most {@value #MAX_ITEMS} items.
 *
 * @param contact the contact; null if it was deleted
 * @param comments the comments on the contact, newest first
 * @param events the events of the contact, latest first
 * @param deliveries the deliveries to webhooks about the contact, oldest first
 * @param formerMatchKeys the e-mail addresses, phone numbers and names by which imports still recognize the person
 * @param failedRows the rows of imports that failed and identify the person
 * @param importWarnings the warnings of imports that identify the person
 * @param mentions texts of other records that identify the person
 * @param truncated the names of the lists that may have more items
 */
public record PersonalData(
        ContactId id,
        @Nullable Contact contact,
        List<Link> links,
        List<Comment> comments,
        List<Attachment> attachments,
        List<ContactEvent> events,
        List<Delivery> deliveries,
        List<String> formerMatchKeys,
        List<FailedRowOfJob> failedRows,
        List<WarningOfJob> importWarnings,
        List<Mention> mentions,
        List<String> truncated) {

    /** The maximum number of items of each list. */
    public static final int MAX_ITEMS = 1_000;
}
