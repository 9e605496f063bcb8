/** What people write about a contact. */
@NullMarked
package org.contacts4j.domain.comment;

import org.jspecify.annotations.NullMarked;
