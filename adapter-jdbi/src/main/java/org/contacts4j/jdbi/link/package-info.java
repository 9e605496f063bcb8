/** The table of links to records in other systems. */
@NullMarked
package org.contacts4j.jdbi.link;

import org.jspecify.annotations.NullMarked;
