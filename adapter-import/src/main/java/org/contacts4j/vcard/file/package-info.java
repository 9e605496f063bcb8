/** The division of a file into vCards: lines, encodings, and the pictures and sounds in cards. */
@NullMarked
package org.contacts4j.vcard.file;

import org.jspecify.annotations.NullMarked;
