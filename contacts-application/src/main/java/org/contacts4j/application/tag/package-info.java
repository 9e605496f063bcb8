/** The tags of an organization and of its contacts. */
@NullMarked
package org.contacts4j.application.tag;

import org.jspecify.annotations.NullMarked;
