/** Types shared by all features: ids, patches, validation errors and failures. Depends on no feature. */
@NullMarked
package org.contacts4j.domain;

import org.jspecify.annotations.NullMarked;
