/** Links from contacts to records of other systems, and the port that an embedding application can implement. */
@NullMarked
package org.contacts4j.application.link;

import org.jspecify.annotations.NullMarked;
