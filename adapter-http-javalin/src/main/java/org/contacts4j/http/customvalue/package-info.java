/** The custom values of the canonical API. */
@NullMarked
package org.contacts4j.http.customvalue;

import org.jspecify.annotations.NullMarked;
