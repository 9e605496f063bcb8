/** The table of custom values. */
@NullMarked
package org.contacts4j.jdbi.customvalue;

import org.jspecify.annotations.NullMarked;
