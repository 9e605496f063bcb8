/** What an import records with each batch of rows, and its retries. Internal. */
@NullMarked
package org.contacts4j.application.importing.progress;

import org.jspecify.annotations.NullMarked;
