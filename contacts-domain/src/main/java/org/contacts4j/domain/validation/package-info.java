/** Rules of single values, and the validation errors of an input. */
@NullMarked
package org.contacts4j.domain.validation;

import org.jspecify.annotations.NullMarked;
