/** Contacts and their events in tables. */
@NullMarked
package org.contacts4j.jdbi.contact;

import org.jspecify.annotations.NullMarked;
