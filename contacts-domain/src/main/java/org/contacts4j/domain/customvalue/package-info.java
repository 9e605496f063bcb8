/** Named texts of an organisation, and templates that are filled with them. */
@NullMarked
package org.contacts4j.domain.customvalue;

import org.jspecify.annotations.NullMarked;
