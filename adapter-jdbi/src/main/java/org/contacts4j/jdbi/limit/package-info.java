/** What all nodes count together. */
@NullMarked
package org.contacts4j.jdbi.limit;

import org.jspecify.annotations.NullMarked;
