/** The queries of background work. */
@NullMarked
package org.contacts4j.jdbi.background;

import org.jspecify.annotations.NullMarked;
