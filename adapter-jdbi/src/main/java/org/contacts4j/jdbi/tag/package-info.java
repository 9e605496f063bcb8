/** Tags in a table, and how many contacts have them. */
@NullMarked
package org.contacts4j.jdbi.tag;

import org.jspecify.annotations.NullMarked;
