package org.contacts4j.http.bottlecrm;

import java.util.List;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.http.json.Shape;

/** A contact with everything around it. What there is none of is an empty list, never a missing key. */
final class ContactDetail {

    static final Shape<Contact> SHAPE = new Shape<Contact>()
            .object("contact_obj", c -> c, ContactJson.CONTACT)
            .object("address_obj", c -> c, ContactJson.ADDRESS)
            .texts("assigned_to", c -> c.assignment().members())
            .texts("teams", c -> c.assignment().teams())
            .texts("comments", c -> List.of())
            .texts("attachments", c -> List.of())
            .texts("tasks", c -> List.of())
            .texts("users_mention", c -> List.of())
            .json("countries", c -> Countries.ALL)
            .texts("opportunities", c -> List.of())
            .texts("cases", c -> List.of())
            .texts("colleagues", c -> List.of());

    private ContactDetail() {}
}
