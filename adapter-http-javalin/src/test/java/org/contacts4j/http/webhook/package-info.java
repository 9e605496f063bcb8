/** Where webhooks may go, and where not. */
@NullMarked
package org.contacts4j.http.webhook;

import org.jspecify.annotations.NullMarked;
