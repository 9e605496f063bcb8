/** What every API over HTTP shares: connections and their limits, request ids, bodies, answers, versions as ETags. */
@NullMarked
package org.contacts4j.http.server;

import org.jspecify.annotations.NullMarked;
