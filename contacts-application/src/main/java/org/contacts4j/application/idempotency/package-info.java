/** Requests that clients may repeat: the claim of a key, and the answer that is replayed. */
@NullMarked
package org.contacts4j.application.idempotency;

import org.jspecify.annotations.NullMarked;
