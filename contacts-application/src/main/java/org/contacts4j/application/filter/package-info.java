/** Filters that use an organization's custom field definitions. */
@NullMarked
package org.contacts4j.application.filter;

import org.jspecify.annotations.NullMarked;
