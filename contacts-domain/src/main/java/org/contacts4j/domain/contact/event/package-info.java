/** Events of contacts, and the history of their fields. */
@NullMarked
package org.contacts4j.domain.contact.event;

import org.jspecify.annotations.NullMarked;
