/** Tests of webhook deliveries and their allowed targets. */
@NullMarked
package org.contacts4j.http.webhook;

import org.jspecify.annotations.NullMarked;
