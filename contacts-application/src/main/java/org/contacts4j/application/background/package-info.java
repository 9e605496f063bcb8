/** Periodic background work of a process, and its status for operators. */
@NullMarked
package org.contacts4j.application.background;

import org.jspecify.annotations.NullMarked;
