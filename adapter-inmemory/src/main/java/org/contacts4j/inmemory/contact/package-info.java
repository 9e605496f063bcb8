/** Contacts, companies, and what belongs to a contact. */
@NullMarked
package org.contacts4j.inmemory.contact;

import org.jspecify.annotations.NullMarked;
