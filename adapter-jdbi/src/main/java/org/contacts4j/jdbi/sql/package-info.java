/** What differs between H2 and PostgreSQL, and fragments of SQL that several features use. */
@NullMarked
package org.contacts4j.jdbi.sql;

import org.jspecify.annotations.NullMarked;
