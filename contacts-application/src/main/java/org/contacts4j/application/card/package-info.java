/** A contact together with its comments, attachments and links. */
@NullMarked
package org.contacts4j.application.card;

import org.jspecify.annotations.NullMarked;
