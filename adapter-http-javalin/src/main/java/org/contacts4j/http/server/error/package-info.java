/** Rejections by HTTP itself, and how an API formats errors. */
@NullMarked
package org.contacts4j.http.server.error;

import org.jspecify.annotations.NullMarked;
