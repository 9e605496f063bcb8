/** Files that belong to a contact. */
@NullMarked
package org.contacts4j.domain.attachment;

import org.jspecify.annotations.NullMarked;
