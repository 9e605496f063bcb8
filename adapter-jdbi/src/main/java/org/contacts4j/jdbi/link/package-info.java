/** Links to records of other systems in a table. */
@NullMarked
package org.contacts4j.jdbi.link;

import org.jspecify.annotations.NullMarked;
