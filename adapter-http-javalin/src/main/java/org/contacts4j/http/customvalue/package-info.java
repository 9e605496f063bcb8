/** The canonical API's custom values. */
@NullMarked
package org.contacts4j.http.customvalue;

import org.jspecify.annotations.NullMarked;
