/** The texts of cells, as spreadsheets and other programs write them. Internal. */
@NullMarked
package org.contacts4j.importing.cell;

import org.jspecify.annotations.NullMarked;
