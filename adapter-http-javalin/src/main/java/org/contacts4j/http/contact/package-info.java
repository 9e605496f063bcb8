/** The contacts of the canonical API. */
@NullMarked
package org.contacts4j.http.contact;

import org.jspecify.annotations.NullMarked;
