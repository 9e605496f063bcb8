/** Contacts together with their place in their company. */
@NullMarked
package org.contacts4j.application.companycontact;

import org.jspecify.annotations.NullMarked;
