/** SQL conditions for filters, and the stored values that they compare. */
@NullMarked
package org.contacts4j.jdbi.filter;

import org.jspecify.annotations.NullMarked;
