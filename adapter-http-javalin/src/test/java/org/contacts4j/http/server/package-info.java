/** What happens to requests before they reach the router. */
@NullMarked
package org.contacts4j.http.server;

import org.jspecify.annotations.NullMarked;
