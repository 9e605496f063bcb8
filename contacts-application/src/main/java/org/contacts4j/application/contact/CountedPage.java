package org.contacts4j.application.contact;

import org.contacts4j.application.Page;
import org.contacts4j.domain.contact.Contact;

/** A part of a list, and how many contacts of the whole list stand where. */
public record CountedPage(Page<Contact> page, StatusCounts counts) {}
