/** The HTTP server: what it is given, and its wiring on one page. */
@NullMarked
package org.contacts4j.http;

import org.jspecify.annotations.NullMarked;
