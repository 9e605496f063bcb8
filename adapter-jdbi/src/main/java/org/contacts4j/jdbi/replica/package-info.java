/** Reads from a streaming replica of PostgreSQL. */
@NullMarked
package org.contacts4j.jdbi.replica;

import org.jspecify.annotations.NullMarked;
