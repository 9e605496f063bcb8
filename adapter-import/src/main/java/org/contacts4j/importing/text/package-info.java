/** The encodings of text files. Internal. */
@NullMarked
package org.contacts4j.importing.text;

import org.jspecify.annotations.NullMarked;
