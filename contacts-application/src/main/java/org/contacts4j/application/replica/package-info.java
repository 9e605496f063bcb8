/** Reads from replicas, and the positions that make callers read their own writes. */
@NullMarked
package org.contacts4j.application.replica;

import org.jspecify.annotations.NullMarked;
