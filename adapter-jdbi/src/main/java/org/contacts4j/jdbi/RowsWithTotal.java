package org.contacts4j.jdbi;

import java.util.List;
import org.contacts4j.application.Page.Total;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list.
 *
 * @param total how many the whole list has; null when that was not asked for
 */
public record RowsWithTotal<T>(List<T> rows, @Nullable Total total) {}
