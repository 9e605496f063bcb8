/** A contact together with everything around it. */
@NullMarked
package org.contacts4j.application.card;

import org.jspecify.annotations.NullMarked;
