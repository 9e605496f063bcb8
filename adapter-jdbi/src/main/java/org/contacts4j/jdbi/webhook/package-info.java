/** The tables of webhooks and their deliveries. */
@NullMarked
package org.contacts4j.jdbi.webhook;

import org.jspecify.annotations.NullMarked;
