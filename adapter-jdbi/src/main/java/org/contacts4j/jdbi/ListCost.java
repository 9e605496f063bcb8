package org.contacts4j.jdbi;

import java.util.Optional;
import org.contacts4j.application.Order;
import org.contacts4j.application.Slice;
import org.contacts4j.jdbi.LongStatementPermits.LongStatement;
import org.jspecify.annotations.Nullable;

/**
 * How many rows a list reads for a page, by what narrows it. A list is short when no condition narrows it, or only one on a
 * column whose index is in the list's order: then it reads little more than it answers, and waits in no {@link LongStatement}. All
 * other lists can read any number of rows, so a condition of a new kind is never taken for a short list.
 */
final class ListCost {

    /** Index entries passed over in some 2 ms. */
    private static final long SHORT_OFFSET = 10_000;

    /** More rows than this take longer to read than to find. */
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

    /** Adds a condition that no index answers, and that few rows may meet. */
    void addUnindexed() {
        conditions++;
        unindexed = true;
    }

    /** Adds a condition that no index answers, and that most rows meet as a rule. */
    void addUsual() {
        conditions++;
    }

    /** Adds a condition whose index has the rows in this order. */
    void addColumn(Order.Key order) {
        addIndexed();
        ordered = order;
    }

    /** The statement for a slice in this order; empty when it is short. */
    Optional<LongStatement> of(Order order, Slice slice) {
        boolean inOrder = conditions == 0 || (conditions == 1 && order.key() == ordered);
        boolean isShort = inOrder && slice.offset() <= SHORT_OFFSET && slice.limit() <= SHORT_PAGE;
        return isShort ? Optional.empty() : Optional.of(statement());
    }

    /** The statement for counting to a limit; empty when that reads the entries of one index. */
    Optional<LongStatement> ofBoundedCount() {
        return conditions == 0 || (conditions == 1 && ordered != null) ? Optional.empty() : Optional.of(statement());
    }

    /** The statement for counting without a limit. */
    Optional<LongStatement> ofWholeCount() {
        return Optional.of(statement());
    }

    private LongStatement statement() {
        return unindexed && !indexed ? LongStatement.SCAN : LongStatement.SEARCH;
    }
}
