/** The interface between the server and the APIs that it serves. */
@NullMarked
package org.contacts4j.http.dialect;

import org.jspecify.annotations.NullMarked;
