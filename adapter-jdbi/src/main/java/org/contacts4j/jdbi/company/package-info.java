/** Companies in tables. */
@NullMarked
package org.contacts4j.jdbi.company;

import org.jspecify.annotations.NullMarked;
