/** Attachments in a table, what is loose of their content, and the content itself where the database keeps it. */
@NullMarked
package org.contacts4j.jdbi.attachment;

import org.jspecify.annotations.NullMarked;
