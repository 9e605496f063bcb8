/** The server: the command line, its settings, and the wiring of everything on one page. */
@NullMarked
package org.contacts4j.bootstrap;

import org.jspecify.annotations.NullMarked;
