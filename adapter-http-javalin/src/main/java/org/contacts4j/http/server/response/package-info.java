/** Responses: JSON, files, ETags and compression. */
@NullMarked
package org.contacts4j.http.server.response;

import org.jspecify.annotations.NullMarked;
