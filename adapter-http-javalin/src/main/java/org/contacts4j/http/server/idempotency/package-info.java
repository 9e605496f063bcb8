/** Requests with an {@code Idempotency-Key}: they are carried out once, and their answer is replayed. */
@NullMarked
package org.contacts4j.http.server.idempotency;

import org.jspecify.annotations.NullMarked;
