/**
 * Contacts as vCards (RFC 6350). {@link org.contacts4j.vcard.ContactCard} writes them, {@link
 * org.contacts4j.vcard.CardText} reads them.
 */
@NullMarked
package org.contacts4j.vcard;

import org.jspecify.annotations.NullMarked;
