/** Tags of an organization's contacts. */
@NullMarked
package org.contacts4j.domain.tag;

import org.jspecify.annotations.NullMarked;
