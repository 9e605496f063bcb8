/** Tables of attachments, of unreferenced content, and of the content that is stored in the database. */
@NullMarked
package org.contacts4j.jdbi.attachment;

import org.jspecify.annotations.NullMarked;
