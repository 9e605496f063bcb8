package org.contacts4j.application.contact;

import org.contacts4j.domain.contact.Contact;

/**
 * A contact and its place in its company.
 *
 * @param primary whether it is its company's primary contact; false without a company
 */
public record ContactAtCompany(Contact contact, boolean primary) {}
