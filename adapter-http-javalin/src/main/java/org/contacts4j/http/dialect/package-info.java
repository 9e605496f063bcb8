/** The seam between the server and the APIs it speaks: what an API has to say of itself to be served. */
@NullMarked
package org.contacts4j.http.dialect;

import org.jspecify.annotations.NullMarked;
