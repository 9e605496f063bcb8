/** Storage of the content of attachments as files in a folder. */
@NullMarked
package org.contacts4j.files;

import org.jspecify.annotations.NullMarked;
