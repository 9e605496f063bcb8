package org.contacts4j.exporting;

import java.util.function.Function;
import org.contacts4j.domain.contact.Contact;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table.
 *
 * @param name the path of the field in the canonical API
 * @param cell returns the text of the field; null if it is unset
 */
public record ExportColumn(String name, Function<Contact, @Nullable String> cell) {}
