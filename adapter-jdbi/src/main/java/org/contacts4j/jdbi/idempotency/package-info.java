/** The table of requests with idempotency keys. */
@NullMarked
package org.contacts4j.jdbi.idempotency;

import org.jspecify.annotations.NullMarked;
