/** The tags of the canonical API. */
@NullMarked
package org.contacts4j.http.tag;

import org.jspecify.annotations.NullMarked;
