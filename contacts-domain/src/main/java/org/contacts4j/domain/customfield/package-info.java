/** Custom fields that an organization defines for its contacts. */
@NullMarked
package org.contacts4j.domain.customfield;

import org.jspecify.annotations.NullMarked;
