/** Queries for contacts: conditions, selections and counts. */
@NullMarked
package org.contacts4j.application.contact.query;

import org.jspecify.annotations.NullMarked;
