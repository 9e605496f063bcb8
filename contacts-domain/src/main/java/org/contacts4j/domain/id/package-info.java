/** Ids of records, organizations and members. */
@NullMarked
package org.contacts4j.domain.id;

import org.jspecify.annotations.NullMarked;
