package org.contacts4j.application.contact;

import org.contacts4j.domain.contact.Contact;

/** A contact, and whether there is anything around it: what is not there need not be asked for. */
public record ContactWithRelations(Contact contact, boolean hasComments, boolean hasAttachments, boolean hasLinks) {}
