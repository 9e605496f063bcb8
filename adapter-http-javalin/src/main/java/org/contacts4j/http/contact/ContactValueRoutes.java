package org.contacts4j.http.contact;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.response.ETags;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/** The route of a single custom field value of a contact in the canonical API. */
public final class ContactValueRoutes {

    private static final String VALUE = "value";

    private final ContactService contacts;

    public ContactValueRoutes(ContactService contacts) {
        this.contacts = contacts;
    }

    /** Adds the route. */
    public void addTo(Routes routes) {
        routes.put("/contacts/{id}/custom/{key}", this::set);
    }

    private void set(Context ctx) {
        Map<?, ?> body = Json.readObject(Bodies.json(ctx));
        if (!body.containsKey(VALUE)) {
            throw new ContactsFailure.Invalid(VALUE, "is required; null takes the value away");
        }
        String key = ctx.pathParam("key");
        Map<String, @Nullable Object> values = Collections.singletonMap(key, body.get(VALUE));
        try {
            Contact contact = contacts.update(
                    callerOf(ctx),
                    ContactId.parse(ctx.pathParam("id")),
                    Patch.of(ContactField.CUSTOM_FIELDS, values),
                    ETags.precondition(ctx));
            ContactRoutes.answer(ctx, 200, contact);
        } catch (ContactsFailure.Invalid e) {
            throw new ContactsFailure.Invalid(
                    withBodyFieldNames(e.faults(), ContactField.CUSTOM_FIELDS.name() + "." + key));
        }
    }

    /** Returns the validation errors with the field names of this request body. */
    private static List<Fault> withBodyFieldNames(List<Fault> faults, String inContact) {
        return faults.stream()
                .map(fault -> fault.field().startsWith(inContact)
                        ? new Fault(VALUE + fault.field().substring(inContact.length()), fault.message())
                        : fault)
                .toList();
    }
}
