/** The canonical API's contacts. */
@NullMarked
package org.contacts4j.http.contact;

import org.jspecify.annotations.NullMarked;
