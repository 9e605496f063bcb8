/** Rate limits that all nodes share. */
@NullMarked
package org.contacts4j.jdbi.limit;

import org.jspecify.annotations.NullMarked;
