/** Attachments and their content. */
@NullMarked
package org.contacts4j.inmemory.attachment;

import org.jspecify.annotations.NullMarked;
