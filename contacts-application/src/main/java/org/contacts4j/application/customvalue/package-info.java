/** Keeping custom values, and filling templates. */
@NullMarked
package org.contacts4j.application.customvalue;

import org.jspecify.annotations.NullMarked;
