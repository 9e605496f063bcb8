/** The tags that an organisation puts on contacts. */
@NullMarked
package org.contacts4j.domain.tag;

import org.jspecify.annotations.NullMarked;
