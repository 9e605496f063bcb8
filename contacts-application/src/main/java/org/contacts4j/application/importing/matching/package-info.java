/** How rows of an import match contacts: by which keys, and the port that looks them up. */
@NullMarked
package org.contacts4j.application.importing.matching;

import org.jspecify.annotations.NullMarked;
