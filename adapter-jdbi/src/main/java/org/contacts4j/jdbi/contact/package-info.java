/** The tables of contacts and their events. */
@NullMarked
package org.contacts4j.jdbi.contact;

import org.jspecify.annotations.NullMarked;
