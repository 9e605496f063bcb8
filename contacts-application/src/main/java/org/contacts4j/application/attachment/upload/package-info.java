/** Files on their way to becoming attachments. */
@NullMarked
package org.contacts4j.application.attachment.upload;

import org.jspecify.annotations.NullMarked;
