/** Files of contacts: what is known of them, and where their content is kept. */
@NullMarked
package org.contacts4j.application.attachment;

import org.jspecify.annotations.NullMarked;
