/**
 * Writing contacts to files. {@link org.contacts4j.exporting.ContactsWriter} writes the contacts of one file in an
 * {@link org.contacts4j.exporting.ExportFormat}.
 */
@NullMarked
package org.contacts4j.exporting;

import org.jspecify.annotations.NullMarked;
