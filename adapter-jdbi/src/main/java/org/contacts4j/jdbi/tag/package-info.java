/** The table of tags and their contact counts. */
@NullMarked
package org.contacts4j.jdbi.tag;

import org.jspecify.annotations.NullMarked;
