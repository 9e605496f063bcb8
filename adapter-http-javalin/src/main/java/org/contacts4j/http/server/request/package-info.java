/** What a request says before its body: path, headers, query, id, source and principal. */
@NullMarked
package org.contacts4j.http.server.request;

import org.jspecify.annotations.NullMarked;
