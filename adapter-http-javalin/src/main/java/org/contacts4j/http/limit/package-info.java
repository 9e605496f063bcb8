/** Rate limits and the counters of requests. */
@NullMarked
package org.contacts4j.http.limit;

import org.jspecify.annotations.NullMarked;
