/** The client contacts of Repzo's public API, as its page and its SDK speak of them. */
@NullMarked
package org.contacts4j.http.repzo;

import org.jspecify.annotations.NullMarked;
