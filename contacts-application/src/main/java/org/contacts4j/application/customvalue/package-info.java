/** Custom values and template rendering. */
@NullMarked
package org.contacts4j.application.customvalue;

import org.jspecify.annotations.NullMarked;
