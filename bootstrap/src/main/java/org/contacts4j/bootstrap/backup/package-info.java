/** Backups of a data folder: one file with the database, the attachments in the folder, and the signing secret. */
@NullMarked
package org.contacts4j.bootstrap.backup;

import org.jspecify.annotations.NullMarked;
