/** Named texts of an organization, and the templates that use them. */
@NullMarked
package org.contacts4j.domain.customvalue;

import org.jspecify.annotations.NullMarked;
