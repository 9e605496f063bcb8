/** The table of companies. */
@NullMarked
package org.contacts4j.jdbi.company;

import org.jspecify.annotations.NullMarked;
