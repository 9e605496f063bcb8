/** The shared parts of the canonical API: errors, pages and cursors. */
@NullMarked
package org.contacts4j.http.canonical;

import org.jspecify.annotations.NullMarked;
