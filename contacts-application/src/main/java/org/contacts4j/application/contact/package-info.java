/** What can be done with contacts, and the ports that takes. */
@NullMarked
package org.contacts4j.application.contact;

import org.jspecify.annotations.NullMarked;
