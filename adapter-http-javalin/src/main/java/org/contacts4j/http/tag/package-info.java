/** The canonical API's tags. */
@NullMarked
package org.contacts4j.http.tag;

import org.jspecify.annotations.NullMarked;
