/** Files attached to contacts. */
@NullMarked
package org.contacts4j.domain.attachment;

import org.jspecify.annotations.NullMarked;
