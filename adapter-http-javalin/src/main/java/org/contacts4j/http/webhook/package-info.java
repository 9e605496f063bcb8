/** The canonical API's webhooks, and sending their messages. */
@NullMarked
package org.contacts4j.http.webhook;

import org.jspecify.annotations.NullMarked;
