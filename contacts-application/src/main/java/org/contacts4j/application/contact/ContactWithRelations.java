package org.contacts4j.application.contact;

import org.contacts4j.domain.contact.Contact;

/** A contact and which relations it has. Callers skip the queries for those it does not have. */
public record ContactWithRelations(Contact contact, boolean hasComments, boolean hasAttachments, boolean hasLinks) {}
