/** The attachments of the canonical API. */
@NullMarked
package org.contacts4j.http.attachment;

import org.jspecify.annotations.NullMarked;
