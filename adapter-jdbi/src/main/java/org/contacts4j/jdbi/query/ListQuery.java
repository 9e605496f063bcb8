package org.contacts4j.jdbi.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.contacts4j.application.page.Order;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.Position;
import org.contacts4j.application.page.Slice;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.counter.RecordCounters;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.OrderByClause;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.LongStatementPermits.LongStatement;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query for a slice of one organization's rows in a table, which has the alias {@code r}. With an offset, the query
 * first finds the slice in an index and then reads its rows, so that skipped rows are not read.
 */
public final class ListQuery {

    private static final String ORGANIZATION = ":organization";

    private final UnitOfWork unitOfWork;
    private final String table;
    private final OrganizationId organization;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<StatementParameters>> bindings = new ArrayList<>();
    private final List<Consumer<StatementParameters>> columnBindings = new ArrayList<>();
    private boolean usesCustomPlan;
    private @Nullable Supplier<ListQuery> byValues;
    private boolean foundByColumn;
    private final ListCost reach = new ListCost();

    public ListQuery(UnitOfWork unitOfWork, String table, OrganizationId organization) {
        this.unitOfWork = unitOfWork;
        this.table = table;
        this.organization = organization;
        bindings.add(parameters -> parameters.text("organization", organization.value()));
    }

    /**
     * Adds a condition, whose parameters {@code binding} binds. No index covers it: unless another condition has an
     * index, the query reads every row.
     */
    public void where(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addUnindexed();
    }

    /** Adds a condition that an index covers. */
    public void whereIndexed(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addIndexed();
    }

    /** Adds a condition that most rows usually match, so that a page of matching rows is found quickly. */
    public void whereUnselective(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addUnselective();
    }

    /**
     * Adds a condition on the value of an indexed column. The rows are found by that index and then sorted.
     *
     * @param ordered the order in which the index returns the rows of one value; in this order they need not be sorted
     */
    public void whereColumn(String condition, Order.Key ordered, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addColumn(ordered);
        foundByColumn = true;
    }

    private void add(String condition, Consumer<StatementParameters> binding) {
        conditions.add(condition);
        bindings.add(binding);
    }

    /** Binds parameters of the selected columns. Count queries do not use them. */
    public void bindColumns(Consumer<StatementParameters> binding) {
        columnBindings.add(binding);
    }

    /** Plans the query by its parameter values: the best plan for a common value is slow for a rare one. */
    public void useCustomPlan() {
        usesCustomPlan = true;
    }

    /**
     * Finds the rows once for the slice and the total, with one plan for all values, since few rows match.
     *
     * @param byValues creates the same query planned by its values, for the slice of many rows
     */
    public void findOnce(Supplier<ListQuery> byValues) {
        this.byValues = byValues;
    }

    /**
     * Returns the {@linkplain #rows rows of the slice} and the total,
     * {@linkplain #countUpToCap counted up to the limit}. A query planned by values finds the rows once for both. If
     * there are too many rows to count, it reads the slice separately, because scanning the rows in list order is then
     * faster.
     */
    public <T> RowsWithTotal<T> countedRows(
            String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        if ((!usesCustomPlan && byValues == null) || !unitOfWork.database().supportsSingleStatementPage()) {
            Total total = countUpToCap();
            return new RowsWithTotal<>(rows(columns, joins, order, slice, mapper), total);
        }
        acquire(reach.of(order, slice));
        SingleStatementPage once = new SingleStatementPage(table, conditions());
        Query query = query(once.sql(columns, joins, order, slice));
        SingleStatementPage.bind(bindSelected(query), order, slice);
        RowsWithTotal<T> found = SingleStatementPage.read(query, mapper);
        if (found.isExact()) {
            return found;
        }
        ListQuery inOrder = byValues == null ? this : byValues.get();
        return new RowsWithTotal<>(inOrder.rows(columns, joins, order, slice, mapper), found.total());
    }

    /**
     * Returns the {@linkplain #rows rows of the slice} and the organization's total of these kinds from its
     * {@link RecordCounters}. On a database that evaluates the total once for each statement, each row carries it,
     * which saves a round trip.
     */
    public <T> RowsWithTotal<T> rowsWithStoredCount(
            Collection<String> kinds, String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        if (!unitOfWork.database().supportsSingleStatementPage()) {
            return new RowsWithTotal<>(rows(columns, joins, order, slice, mapper), storedTotal(kinds));
        }
        AtomicReference<@Nullable Total> counted = new AtomicReference<>();
        bindings.add(parameters -> parameters.texts("kinds", kinds));
        String total = RecordCounters.total(unitOfWork.database());
        List<T> found = rows(columns + ", " + total + " as total", joins, order, slice, (row, context) -> {
            if (counted.get() == null) {
                counted.set(Total.exact(row.getLong("total")));
            }
            return mapper.map(row, context);
        });
        return new RowsWithTotal<>(found, Objects.requireNonNullElseGet(counted.get(), () -> storedTotal(kinds)));
    }

    /** Counts at most {@link Total#COUNT_LIMIT} rows, plus one to detect whether there are more. */
    public Total countUpToCap() {
        acquire(reach.ofBoundedCount());
        return Total.capped(count("select count(*) from (select 1 from " + table + " r where " + conditions()
                + " limit " + (Total.COUNT_LIMIT + 1) + ") counted"));
    }

    /** Counts every row. */
    public Total countAll() {
        acquire(reach.ofWholeCount());
        return Total.exact(count("select count(*) from " + table + " r where " + conditions()));
    }

    /**
     * Counts rows by the values of a column. Counts at most {@link Total#COUNT_LIMIT} rows in all, plus one to
     * detect whether there are more.
     */
    public Map<String, Long> countUpToCapBy(String column) {
        acquire(reach.ofBoundedCount());
        String sql = "select word, count(*) from (select r." + column + " as word from " + table + " r where "
                + conditions() + " limit " + (Total.COUNT_LIMIT + 1)
                + ") counted group by word";
        Query query = query(sql);
        bind(query);
        return Rows.numbers(query);
    }

    /**
     * Returns the rows of the slice, plus one more row if there is one.
     *
     * @param columns the select list, with columns of {@code r} and of the tables that {@code joins} adds
     */
    public <T> List<T> rows(String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        acquire(reach.of(order, slice));
        OrderByClause sorting = new OrderByClause(order);
        // Without conditions, the rows are read in the order of an index, whatever the size of the table.
        String ofOrganization = conditions.isEmpty() ? unitOfWork.database().anyText(ORGANIZATION) : ORGANIZATION;
        @Nullable Position after = slice.after();
        if (after != null) {
            add(sorting.afterPosition(), parameters -> sorting.bind(parameters, after));
        } else if (!foundByColumn && unitOfWork.database().needsSortColumnCondition()) {
            conditions.add(sorting.alwaysTrueOnSortColumn());
        }
        String filter = " where " + conditions(ofOrganization) + " " + sorting.clause();
        String limit = " limit " + (slice.limit() + 1L);
        String sql = slice.offset() == 0
                ? "select " + columns + " from " + table + " r " + joins + filter + limit
                : "select " + columns + " from (select r.organization_id, r.id from " + table + " r" + filter
                        + limit + " offset :offset) part join " + table
                        + " r on " + unitOfWork.database().joinOrganization("r", "part", ofOrganization)
                        + " and r.id = part.id " + joins
                        + sorting.clause();
        Query query = query(sql);
        StatementParameters parameters = bindSelected(query);
        if (slice.offset() > 0) {
            parameters.number("offset", slice.offset());
        }
        return Rows.all(query, mapper);
    }

    private void acquire(Optional<LongStatement> statement) {
        statement.ifPresent(found -> unitOfWork.acquire(found, organization));
    }

    private Total storedTotal(Collection<String> kinds) {
        return Total.exact(new RecordCounters(unitOfWork).total(organization, kinds));
    }

    private long count(String sql) {
        Query query = query(sql);
        bind(query);
        return Rows.number(query);
    }

    private Query query(String sql) {
        Query query = unitOfWork.reading().createQuery(sql);
        if (usesCustomPlan) {
            unitOfWork.database().useCustomPlan(query);
        }
        return query;
    }

    private StatementParameters bindSelected(Query query) {
        StatementParameters parameters = bind(query);
        columnBindings.forEach(binding -> binding.accept(parameters));
        return parameters;
    }

    private StatementParameters bind(Query query) {
        StatementParameters parameters = new StatementParameters(query, unitOfWork.database());
        bindings.forEach(binding -> binding.accept(parameters));
        return parameters;
    }

    private String conditions() {
        return conditions(ORGANIZATION);
    }

    private String conditions(String ofOrganization) {
        String condition = "r.organization_id = " + ofOrganization;
        return conditions.isEmpty() ? condition : condition + " and " + String.join(" and ", conditions);
    }
}
