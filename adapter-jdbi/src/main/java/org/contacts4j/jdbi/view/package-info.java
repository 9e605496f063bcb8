/** Saved views in a table. */
@NullMarked
package org.contacts4j.jdbi.view;

import org.jspecify.annotations.NullMarked;
