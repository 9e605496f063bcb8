/** Contacts as people of their company. */
@NullMarked
package org.contacts4j.application.staff;

import org.jspecify.annotations.NullMarked;
