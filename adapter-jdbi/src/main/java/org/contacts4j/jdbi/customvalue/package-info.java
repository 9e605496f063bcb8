/** Custom values in a table. */
@NullMarked
package org.contacts4j.jdbi.customvalue;

import org.jspecify.annotations.NullMarked;
