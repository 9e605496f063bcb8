/** The warnings of imports: what was left out, mended or skipped without failing a row. */
@NullMarked
package org.contacts4j.application.importing.warning;

import org.jspecify.annotations.NullMarked;
