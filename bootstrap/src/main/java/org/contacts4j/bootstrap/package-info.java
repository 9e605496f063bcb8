/** The server application: the command line, its settings, and the wiring of the components. */
@NullMarked
package org.contacts4j.bootstrap;

import org.jspecify.annotations.NullMarked;
