/** Units of work on a connection, and the permits for long statements. */
@NullMarked
package org.contacts4j.jdbi.transaction;

import org.jspecify.annotations.NullMarked;
