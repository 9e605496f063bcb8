/** The comments of the canonical API. */
@NullMarked
package org.contacts4j.http.comment;

import org.jspecify.annotations.NullMarked;
