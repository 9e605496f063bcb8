/** Lists: pages, their totals, and how expensive they are. */
@NullMarked
package org.contacts4j.jdbi.query;

import org.jspecify.annotations.NullMarked;
