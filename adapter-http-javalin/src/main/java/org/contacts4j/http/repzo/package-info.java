/** The client contacts of Repzo's public API, as its API page and its SDK define them. */
@NullMarked
package org.contacts4j.http.repzo;

import org.jspecify.annotations.NullMarked;
