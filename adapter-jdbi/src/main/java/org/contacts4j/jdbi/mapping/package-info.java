/** Reading rows and writing values: JDBC columns to values of the domain and back. */
@NullMarked
package org.contacts4j.jdbi.mapping;

import org.jspecify.annotations.NullMarked;
