/** Webhooks: their administration, and the operations that dispatchers need. */
@NullMarked
package org.contacts4j.application.webhook;

import org.jspecify.annotations.NullMarked;
