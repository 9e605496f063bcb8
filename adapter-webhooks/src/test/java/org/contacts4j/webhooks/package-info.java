/** Tests of webhook deliveries and their allowed targets. */
@NullMarked
package org.contacts4j.webhooks;

import org.jspecify.annotations.NullMarked;
