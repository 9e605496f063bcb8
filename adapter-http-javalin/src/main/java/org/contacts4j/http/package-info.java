/** The HTTP server: its settings and its wiring. */
@NullMarked
package org.contacts4j.http;

import org.jspecify.annotations.NullMarked;
