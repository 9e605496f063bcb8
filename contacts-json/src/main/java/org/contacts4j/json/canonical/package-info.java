/** The canonical JSON of contacts and companies, and the patches that request bodies and import rows are read as. */
@NullMarked
package org.contacts4j.json.canonical;

import org.jspecify.annotations.NullMarked;
