/** The webhooks of the canonical API and their deliveries. */
@NullMarked
package org.contacts4j.http.webhook;

import org.jspecify.annotations.NullMarked;
