package org.contacts4j.http.bottlecrm;

import java.util.List;
import org.contacts4j.application.card.ContactCard;
import org.contacts4j.domain.EnumNames;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.link.Link;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.http.bottlecrm.json.AttachmentJson;
import org.contacts4j.http.bottlecrm.json.CommentJson;
import org.contacts4j.http.bottlecrm.json.Countries;
import org.contacts4j.json.JsonWriter;

/** A contact with its comments, attachments and links. Without any, a member is an empty list and never missing. */
record ContactDetail(ContactCard card, Users.Known users) {

    private static final JsonWriter<Link> LINK = new JsonWriter<Link>()
            .id("id", Link::externalId)
            .text("title", Link::title)
            .text("name", Link::title)
            .text("status", Link::status)
            .text("url", Link::url)
            .text("type", link -> EnumNames.of(link.type()));

    /** The response to a new comment or attachment. */
    static final JsonWriter<ContactCard> WITH_COMMENTS = new JsonWriter<ContactCard>()
            .flag("error", card -> false)
            .object("contact_obj", ContactCard::contact, ContactJson.CONTACT)
            .items("comments", ContactCard::comments, CommentJson.COMMENT)
            .items("attachments", ContactCard::attachments, AttachmentJson.ATTACHMENT);

    static final JsonWriter<ContactDetail> WRITER = new JsonWriter<ContactDetail>()
            .object("contact_obj", ContactDetail::contact, ContactJson.CONTACT)
            .object("address_obj", ContactDetail::contact, ContactJson.ADDRESS)
            .texts("assigned_to", detail -> detail.contact().assignment().members())
            .items("assigned_data", ContactDetail::assignees, Users.ASSIGNEE)
            .texts("teams", detail -> detail.contact().assignment().teams())
            .items("comments", detail -> detail.card.comments(), CommentJson.COMMENT)
            .items("attachments", detail -> detail.card.attachments(), AttachmentJson.ATTACHMENT)
            .items("tasks", detail -> detail.links(LinkType.TASK), LINK)
            .json("users_mention", detail -> detail.users.mentions())
            .json("countries", detail -> Countries.ALL)
            .items("opportunities", detail -> detail.links(LinkType.OPPORTUNITY), LINK)
            .items("cases", detail -> detail.links(LinkType.CASE), LINK)
            .texts("colleagues", detail -> List.of());

    private Contact contact() {
        return card.contact();
    }

    private List<Users.Assignee> assignees() {
        return users.assignees(contact().assignment().members());
    }

    private List<Link> links(LinkType type) {
        return card.links().isEmpty()
                ? List.of()
                : card.links().stream().filter(link -> link.type() == type).toList();
    }
}
