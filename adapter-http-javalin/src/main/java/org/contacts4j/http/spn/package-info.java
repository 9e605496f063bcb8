/** The contacts API of SPN, a FastAPI product, as its public documentation defines it. */
@NullMarked
package org.contacts4j.http.spn;

import org.jspecify.annotations.NullMarked;
