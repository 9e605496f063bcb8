/** Contacts together with their place in their company. */
@NullMarked
package org.contacts4j.application.staff;

import org.jspecify.annotations.NullMarked;
