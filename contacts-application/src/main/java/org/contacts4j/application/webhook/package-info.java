/** Webhooks: what administrators do with them, and what whoever sends their messages needs. */
@NullMarked
package org.contacts4j.application.webhook;

import org.jspecify.annotations.NullMarked;
