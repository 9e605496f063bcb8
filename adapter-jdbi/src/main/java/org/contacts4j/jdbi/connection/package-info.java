/** Opening databases, keeping H2 open, and the meaning of database errors. */
@NullMarked
package org.contacts4j.jdbi.connection;

import org.jspecify.annotations.NullMarked;
