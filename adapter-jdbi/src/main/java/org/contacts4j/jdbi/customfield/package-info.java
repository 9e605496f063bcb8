/** Definitions of custom fields in tables. */
@NullMarked
package org.contacts4j.jdbi.customfield;

import org.jspecify.annotations.NullMarked;
