/** Copies of whole databases: the file of a running H2, its checks, and the copy to PostgreSQL. */
@NullMarked
package org.contacts4j.jdbi.backup;

import org.jspecify.annotations.NullMarked;
