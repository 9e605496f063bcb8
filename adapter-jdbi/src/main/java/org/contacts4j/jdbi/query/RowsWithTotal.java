package org.contacts4j.jdbi.query;

import java.util.List;
import org.contacts4j.application.page.Page.Total;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows with the total of the list.
 *
 * @param total the number of rows in the whole list; null when it was not requested
 */
public record RowsWithTotal<T>(List<T> rows, @Nullable Total total) {

    /** Returns whether the total is known and exact. */
    public boolean isExact() {
        return total != null && total.exact();
    }
}
