/** The contacts of SPN, a FastAPI product, as its public documentation speaks of them. */
@NullMarked
package org.contacts4j.http.spn;

import org.jspecify.annotations.NullMarked;
