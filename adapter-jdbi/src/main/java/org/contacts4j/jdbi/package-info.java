/** The store on H2 and PostgreSQL. {@link org.contacts4j.jdbi.JdbiStore} is the entry point. */
@NullMarked
package org.contacts4j.jdbi;

import org.jspecify.annotations.NullMarked;
