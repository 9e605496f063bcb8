/** The imports of the canonical API. */
@NullMarked
package org.contacts4j.http.importing;

import org.jspecify.annotations.NullMarked;
