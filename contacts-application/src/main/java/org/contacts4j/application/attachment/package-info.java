/** Files of contacts: their metadata and the storage of their content. */
@NullMarked
package org.contacts4j.application.attachment;

import org.jspecify.annotations.NullMarked;
