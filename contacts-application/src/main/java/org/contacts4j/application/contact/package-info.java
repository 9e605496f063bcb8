/** Use cases for contacts, and the ports they require. */
@NullMarked
package org.contacts4j.application.contact;

import org.jspecify.annotations.NullMarked;
