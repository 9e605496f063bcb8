/** How often callers may ask, and where their requests are counted. */
@NullMarked
package org.contacts4j.http.limit;

import org.jspecify.annotations.NullMarked;
