/** Webhooks and their messages in tables. */
@NullMarked
package org.contacts4j.jdbi.webhook;

import org.jspecify.annotations.NullMarked;
