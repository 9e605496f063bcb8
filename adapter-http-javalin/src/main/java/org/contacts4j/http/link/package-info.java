/** The canonical API's links from contacts to records of other systems. */
@NullMarked
package org.contacts4j.http.link;

import org.jspecify.annotations.NullMarked;
