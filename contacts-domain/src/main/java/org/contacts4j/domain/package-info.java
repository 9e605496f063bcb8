/** The words every feature shares: ids, patches, faults and failures. Depends on no feature. */
@NullMarked
package org.contacts4j.domain;

import org.jspecify.annotations.NullMarked;
