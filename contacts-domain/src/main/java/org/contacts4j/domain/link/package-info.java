/** What other systems know about a contact: opportunities, tasks and the like. */
@NullMarked
package org.contacts4j.domain.link;

import org.jspecify.annotations.NullMarked;
