/** Webhooks and their deliveries. */
@NullMarked
package org.contacts4j.inmemory.webhook;

import org.jspecify.annotations.NullMarked;
