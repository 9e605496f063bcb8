/** The table of comments. */
@NullMarked
package org.contacts4j.jdbi.comment;

import org.jspecify.annotations.NullMarked;
