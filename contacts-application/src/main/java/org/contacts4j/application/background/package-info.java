/** Work that a process repeats by itself, and how operators see whether it goes well. */
@NullMarked
package org.contacts4j.application.background;

import org.jspecify.annotations.NullMarked;
