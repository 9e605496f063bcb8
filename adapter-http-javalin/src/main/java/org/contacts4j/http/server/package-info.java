/** HTTP infrastructure shared by all APIs: connections and their limits, request ids, bodies, responses and ETags. */
@NullMarked
package org.contacts4j.http.server;

import org.jspecify.annotations.NullMarked;
