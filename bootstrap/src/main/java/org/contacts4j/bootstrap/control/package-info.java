/** The channel by which commands ask the server that runs on the same data folder. */
@NullMarked
package org.contacts4j.bootstrap.control;

import org.jspecify.annotations.NullMarked;
