package org.contacts4j.jdbi.query;

import java.util.Optional;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Slice;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;
import org.jspecify.annotations.Nullable;

/**
 * The cost of a list page, by the conditions of the list. A list is short when it has no condition, or only one on a
 * column whose index is in the list's order. It then reads little more than it returns, and needs no permit for a
 * {@link LongStatement}. All other lists may read any number of rows, so a new kind of condition is never treated as
 * short.
 */
final class ListCost {

    /** The number of index entries that are skipped in about 2 ms. */
    private static final long SHORT_OFFSET = 10_000;

    /** The page size above which reading the rows takes longer than finding them. */
    private static final int SHORT_PAGE = 100;

    private boolean indexed;
    private boolean unindexed;
    private int conditions;
    private Order.@Nullable Key ordered;

    /** Adds a condition that an index answers. */
    void addIndexed() {
        conditions++;
        indexed = true;
    }

    /** Adds a condition that no index answers and that few rows may match. */
    void addUnindexed() {
        conditions++;
        unindexed = true;
    }

    /** Adds a condition that no index answers and that most rows usually match. */
    void addUnselective() {
        conditions++;
    }

    /** Adds a condition whose index returns the rows in this order. */
    void addColumn(Order.Key order) {
        addIndexed();
        ordered = order;
    }

    /** Returns the kind of long statement for a slice in this order; empty when the list is short. */
    Optional<LongStatement> of(Order order, Slice slice) {
        boolean inOrder = conditions == 0 || (conditions == 1 && order.key() == ordered);
        boolean isShort = inOrder && slice.offset() <= SHORT_OFFSET && slice.limit() <= SHORT_PAGE;
        return isShort ? Optional.empty() : Optional.of(statement());
    }

    /**
     * Returns the kind of long statement for counting up to a limit; empty when counting reads the entries of a single
     * index.
     */
    Optional<LongStatement> ofBoundedCount() {
        return conditions == 0 || (conditions == 1 && ordered != null) ? Optional.empty() : Optional.of(statement());
    }

    /** Returns the kind of long statement for counting without a limit. */
    Optional<LongStatement> ofWholeCount() {
        return Optional.of(statement());
    }

    private LongStatement statement() {
        return unindexed && !indexed ? LongStatement.SCAN : LongStatement.SEARCH;
    }
}
