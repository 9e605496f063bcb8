package org.contacts4j.http.spn;

import static org.contacts4j.http.auth.Authentication.callerOf;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.contact.CompanyContactService;
import org.contacts4j.application.contact.ContactAtCompany;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.CompanyNotFound;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.json.Json;
import org.contacts4j.json.JsonWritable;

/**
 * The routes that list the contacts of a company and create, show, change and delete contacts. Each route validates the
 * whole request before it reads the contact or company. Only the caller's role is checked earlier, before the body is
 * received.
 */
final class ContactRoutes {

    private static final String ID = "contact_id";

    private final CompanyContactService companyContacts;
    private final ContactService contacts;
    private final Callers callers;

    ContactRoutes(Contacts4J contacts4j, Callers callers) {
        this.companyContacts = contacts4j.companyContacts();
        this.contacts = contacts4j.contacts();
        this.callers = callers;
    }

    void addTo(Routes routes) {
        routes.get("", Unprocessable.answered(this::list))
                .post("", Unprocessable.answered(this::create))
                .get("/{contact_id}", Unprocessable.answered(this::show))
                .patch("/{contact_id}", Unprocessable.answered(this::change))
                .delete("/{contact_id}", Unprocessable.answered(this::remove));
    }

    /**
     * Lists the contacts of a company. An unknown company is answered like another organization's company, so that
     * callers cannot tell them apart.
     */
    private void list(Context ctx) {
        ListRequest request = ListRequest.of(ctx);
        try {
            List<ContactAtCompany> found = companyContacts.list(callerOf(ctx), request.company(), request.slice());
            Responses.json(ctx, 200, Json.items(found, ContactJson.CONTACT).asUnquotedUTF8());
        } catch (CompanyNotFound e) {
            throw new ContactsFailure.Forbidden("This is not a company of yours.");
        }
    }

    private void create(Context ctx) {
        Problems problems = new Problems();
        Map<?, ?> sent = Body.of(ctx, problems);
        ContactBody body = ContactBody.toCreate(sent, problems);
        problems.throwIfAny();
        boolean primary = Boolean.TRUE.equals(body.primary());
        answer(
                ctx,
                201,
                problems.of(
                        sent,
                        ContactBody.MEMBERS,
                        () -> callers.perform(
                                ctx,
                                CompanyNotFound.class,
                                caller -> companyContacts.create(caller, body.fields(), primary))));
    }

    private void show(Context ctx) {
        ContactId id = id(ctx);
        answer(
                ctx,
                200,
                callers.find(ctx, caller -> companyContacts.find(caller, id)).orElseThrow(ContactNotFound::new));
    }

    private void change(Context ctx) {
        Problems problems = new Problems();
        ContactId id = id(ctx, problems);
        Map<?, ?> sent = Body.of(ctx, problems);
        ContactBody body = ContactBody.toChange(sent, problems);
        problems.throwIfAny();
        answer(
                ctx,
                200,
                problems.of(
                        sent,
                        ContactBody.MEMBERS,
                        () -> callers.perform(
                                ctx,
                                ContactNotFound.class,
                                caller ->
                                        companyContacts.update(caller, id, fields(caller, id, body), body.primary()))));
    }

    private Patch<Contact> fields(Caller caller, ContactId id, ContactBody body) {
        return body.changesAPartOfTheName()
                ? companyContacts
                        .find(caller, id)
                        .map(found -> body.fieldsFor(found.contact()))
                        .orElse(body.fields())
                : body.fields();
    }

    /**
     * Deletes a contact. A contact that is publicly visible but belongs to another organization is forbidden, not
     * unknown.
     */
    private void remove(Context ctx) {
        ContactId id = id(ctx);
        try {
            contacts.remove(callerOf(ctx), id, Precondition.none());
        } catch (ContactNotFound e) {
            if (callers.find(ctx, caller -> companyContacts.find(caller, id)).isPresent()) {
                throw new ContactsFailure.Forbidden("This is not a contact of yours.");
            }
            throw e;
        }
        Responses.empty(ctx, 204);
    }

    private static ContactId id(Context ctx) {
        Problems problems = new Problems();
        ContactId id = id(ctx, problems);
        problems.throwIfAny();
        return id;
    }

    private static ContactId id(Context ctx, Problems problems) {
        return new ContactId(new ReceivedValue(ctx.pathParam(ID), List.of("path", ID), problems).id());
    }

    private static void answer(Context ctx, int status, ContactAtCompany contact) {
        Responses.json(ctx, status, Json.write(new JsonWritable<>(contact, ContactJson.CONTACT)));
    }
}
