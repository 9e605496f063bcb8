/** Undoing imports: what an import changed, and how the changes are reversed. */
@NullMarked
package org.contacts4j.application.importing.undo;

import org.jspecify.annotations.NullMarked;
