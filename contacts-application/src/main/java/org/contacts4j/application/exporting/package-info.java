/** Exports of contacts: all contacts of a filter, page by page. */
@NullMarked
package org.contacts4j.application.exporting;

import org.jspecify.annotations.NullMarked;
