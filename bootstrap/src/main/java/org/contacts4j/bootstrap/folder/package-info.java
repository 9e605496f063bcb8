/** Directories and files with secrets or contacts, and their permissions. */
@NullMarked
package org.contacts4j.bootstrap.folder;

import org.jspecify.annotations.NullMarked;
