/** The canonical API's companies. */
@NullMarked
package org.contacts4j.http.company;

import org.jspecify.annotations.NullMarked;
