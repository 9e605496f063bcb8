/** Links from contacts to records of other systems, such as opportunities and tasks. */
@NullMarked
package org.contacts4j.domain.link;

import org.jspecify.annotations.NullMarked;
