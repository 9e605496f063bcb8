/** Tests of the processing of requests before they reach the router. */
@NullMarked
package org.contacts4j.http.server;

import org.jspecify.annotations.NullMarked;
