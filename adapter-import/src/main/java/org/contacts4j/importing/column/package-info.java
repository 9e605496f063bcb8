/** The columns of tables: their names in several languages, and the fields that their cells fill. Internal. */
@NullMarked
package org.contacts4j.importing.column;

import org.jspecify.annotations.NullMarked;
