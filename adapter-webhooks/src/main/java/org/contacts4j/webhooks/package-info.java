/** Sending the deliveries of webhooks. {@link org.contacts4j.webhooks.WebhookSender} is the entry point. */
@NullMarked
package org.contacts4j.webhooks;

import org.jspecify.annotations.NullMarked;
