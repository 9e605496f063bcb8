/** How contacts are written: the rules, the events, and what services do in the transaction of a write. Not exported. */
@NullMarked
package org.contacts4j.application.contact.write;

import org.jspecify.annotations.NullMarked;
