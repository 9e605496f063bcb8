/** Receiving request bodies within limits, and responding before a body has arrived. */
@NullMarked
package org.contacts4j.http.server.body;

import org.jspecify.annotations.NullMarked;
