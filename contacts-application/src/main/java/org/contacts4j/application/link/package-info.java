/** Links from contacts to records of other systems, and the port that an embedding application can give its own for. */
@NullMarked
package org.contacts4j.application.link;

import org.jspecify.annotations.NullMarked;
