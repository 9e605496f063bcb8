/** The commands of the command line. */
@NullMarked
package org.contacts4j.bootstrap.command;

import org.jspecify.annotations.NullMarked;
