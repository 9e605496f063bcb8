/** Who is told of what happens to contacts: subscriptions, the messages to them, how these are signed and retried. */
@NullMarked
package org.contacts4j.domain.webhook;

import org.jspecify.annotations.NullMarked;
