/** Comments in a table. */
@NullMarked
package org.contacts4j.jdbi.comment;

import org.jspecify.annotations.NullMarked;
