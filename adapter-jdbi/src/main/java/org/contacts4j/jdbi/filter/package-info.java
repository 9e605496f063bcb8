/** Filters as SQL, and what is stored for them. */
@NullMarked
package org.contacts4j.jdbi.filter;

import org.jspecify.annotations.NullMarked;
