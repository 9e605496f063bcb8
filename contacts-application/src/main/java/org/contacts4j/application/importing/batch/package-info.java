/** The processing of one batch of rows in a transaction. Internal. */
@NullMarked
package org.contacts4j.application.importing.batch;

import org.jspecify.annotations.NullMarked;
