package org.contacts4j.application.contact;

import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;

/** A company and its primary contact. */
public record PrimaryContact(Contact contact, Company company) {}
