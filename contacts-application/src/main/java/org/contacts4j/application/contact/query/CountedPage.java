package org.contacts4j.application.contact.query;

import org.contacts4j.application.page.Page;
import org.contacts4j.domain.contact.Contact;

/** A page of contacts, and the number of contacts in the whole list by status. */
public record CountedPage(Page<Contact> page, StatusCounts counts) {}
