/** Contacts: the record, its fields, its rules and its history. */
@NullMarked
package org.contacts4j.domain.contact;

import org.jspecify.annotations.NullMarked;
