/** Webhooks: subscriptions to contact events, and the signing, delivery and retry of these events. */
@NullMarked
package org.contacts4j.domain.webhook;

import org.jspecify.annotations.NullMarked;
