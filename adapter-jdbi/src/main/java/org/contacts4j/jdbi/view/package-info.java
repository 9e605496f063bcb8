/** The table of saved views. */
@NullMarked
package org.contacts4j.jdbi.view;

import org.jspecify.annotations.NullMarked;
