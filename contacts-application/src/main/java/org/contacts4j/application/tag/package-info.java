/** Making tags known, and putting them on contacts. */
@NullMarked
package org.contacts4j.application.tag;

import org.jspecify.annotations.NullMarked;
