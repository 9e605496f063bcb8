package org.contacts4j.jdbi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.contacts4j.application.Order;
import org.contacts4j.application.Page.Total;
import org.contacts4j.application.Position;
import org.contacts4j.application.Slice;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.jdbi.LongStatementPermits.LongStatement;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * A query for a part of one organisation's rows of a table, which is called {@code r}. Behind an offset the part is found
 * in an index first and its rows are read then, so that the rows passed over are not read.
 */
public final class ListQuery {

    private static final String ORGANIZATION = ":organization";

    private final UnitOfWork unitOfWork;
    private final String table;
    private final OrganizationId organization;
    private final List<String> conditions = new ArrayList<>();
    private final List<Consumer<StatementParameters>> bindings = new ArrayList<>();
    private final List<Consumer<StatementParameters>> columnBindings = new ArrayList<>();
    private boolean plannedByValues;
    private boolean foundByColumn;
    private final ListCost reach = new ListCost();

    public ListQuery(UnitOfWork unitOfWork, String table, OrganizationId organization) {
        this.unitOfWork = unitOfWork;
        this.table = table;
        this.organization = organization;
        bindings.add(parameters -> parameters.text("organization", organization.value()));
    }

    /**
     * Narrows to rows that meet the condition, whose parameters {@code binding} binds. No index leads to these rows: unless
     * another condition has one, the query reads every row.
     */
    public void where(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addUnindexed();
    }

    /** Narrows to rows that an index leads to. */
    public void whereIndexed(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addIndexed();
    }

    /** Narrows by a condition that most rows meet as a rule: so a page of them is found soon. */
    public void whereUsual(String condition, Consumer<StatementParameters> binding) {
        add(condition, binding);
        reach.addUsual();
    }

    /**
     * Narrows to rows with a value in a column that has an index: they are found by that, and then sorted.
     *
     * @param ordered the order in which the index has the rows of one value, so that they need not be sorted
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

    /** Binds parameters of the columns that are selected: counting has none of these. */
    public void bindColumns(Consumer<StatementParameters> binding) {
        columnBindings.add(binding);
    }

    /** Has it planned by the values of its parameters: what is quick for a common one is slow for a rare one. */
    public void planByValues() {
        plannedByValues = true;
    }

    /**
     * The {@linkplain #rows rows of the slice}, and how many there are in all as far as they are {@linkplain #countUpToCap
     * counted}. Where planning looks at values they are found once for both; unless there are too many to be counted, when
     * a slice is found sooner by going through them in their order.
     */
    public <T> RowsWithTotal<T> countedRows(
            String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        if (!plannedByValues || !unitOfWork.database().findsOnce()) {
            Total total = countUpToCap();
            return new RowsWithTotal<>(rows(columns, joins, order, slice, mapper), total);
        }
        enter(reach.of(order, slice));
        SingleStatementPage once = new SingleStatementPage(table, conditions());
        Query query = query(once.sql(columns, joins, order, slice));
        SingleStatementPage.bind(bindSelected(query), order, slice);
        RowsWithTotal<T> found = SingleStatementPage.read(query, mapper);
        @Nullable Total total = found.total();
        return total != null && total.exact()
                ? found
                : new RowsWithTotal<>(rows(columns, joins, order, slice, mapper), total);
    }

    /**
     * The {@linkplain #rows rows of the slice}, and how many records of these kinds the organisation has, as its {@link
     * RecordCounts} say. Where those are worked out once for a statement, each row brings them along: a round trip less.
     */
    public <T> RowsWithTotal<T> rowsAndKept(
            Collection<String> kinds, String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        if (!unitOfWork.database().findsOnce()) {
            return new RowsWithTotal<>(rows(columns, joins, order, slice, mapper), kept(kinds));
        }
        AtomicReference<@Nullable Total> told = new AtomicReference<>();
        bindings.add(parameters -> parameters.texts("kinds", kinds));
        String total = RecordCounters.total(unitOfWork.database());
        List<T> found = rows(columns + ", " + total + " as total", joins, order, slice, (row, context) -> {
            if (told.get() == null) {
                told.set(Total.exact(row.getLong("total")));
            }
            return mapper.map(row, context);
        });
        return new RowsWithTotal<>(found, Objects.requireNonNullElseGet(told.get(), () -> kept(kinds)));
    }

    /** At most {@link Total#COUNTED_AT_MOST} rows are counted, and one more to see whether there are more. */
    public Total countUpToCap() {
        enter(reach.ofBoundedCount());
        return Total.capped(count("select count(*) from (select 1 from " + table + " r where " + conditions()
                + " limit " + (Total.COUNTED_AT_MOST + 1) + ") counted"));
    }

    /** Every row is counted. */
    public Total countAll() {
        enter(reach.ofWholeCount());
        return Total.exact(count("select count(*) from " + table + " r where " + conditions()));
    }

    /** The same by the values of a column. */
    public Map<String, Long> countUpToCapBy(String column) {
        enter(reach.ofBoundedCount());
        String sql = "select word, count(*) from (select r." + column + " as word from " + table + " r where "
                + conditions() + " limit " + (Total.COUNTED_AT_MOST + 1)
                + ") counted group by word";
        Query query = query(sql);
        bind(query);
        return Rows.numbers(query);
    }

    /**
     * The rows of the slice, and one more if there is one.
     *
     * @param columns what to select, from {@code r} and from what {@code joins} adds
     */
    public <T> List<T> rows(String columns, String joins, Order order, Slice slice, RowMapper<T> mapper) {
        enter(reach.of(order, slice));
        OrderByClause sorting = new OrderByClause(order);
        // What is not narrowed is read in the order of an index, however much there is.
        String ofOrganization = conditions.isEmpty() ? unitOfWork.database().anyText(ORGANIZATION) : ORGANIZATION;
        @Nullable Position after = slice.after();
        if (after != null) {
            add(sorting.beyond(), parameters -> sorting.bind(parameters, after));
        } else if (!foundByColumn && unitOfWork.database().mustBeLedToOrder()) {
            conditions.add(sorting.anywhere());
        }
        String filter = " where " + conditions(ofOrganization) + " " + sorting.clause();
        String limit = " limit " + (slice.limit() + 1L);
        String sql = slice.offset() == 0
                ? "select " + columns + " from " + table + " r " + joins + filter + limit
                : "select " + columns + " from (select r.organization_id, r.id from " + table + " r" + filter
                        + limit + " offset :offset) part join " + table
                        + " r on r.organization_id = part.organization_id and r.id = part.id " + joins
                        + sorting.clause();
        Query query = query(sql);
        StatementParameters parameters = bindSelected(query);
        if (slice.offset() > 0) {
            parameters.number("offset", slice.offset());
        }
        return Rows.all(query, mapper);
    }

    private void enter(Optional<LongStatement> statement) {
        statement.ifPresent(found -> unitOfWork.enter(found, organization));
    }

    private Total kept(Collection<String> kinds) {
        return Total.exact(new RecordCounters(unitOfWork).total(organization, kinds));
    }

    private long count(String sql) {
        Query query = query(sql);
        bind(query);
        return Rows.number(query);
    }

    private Query query(String sql) {
        Query query = unitOfWork.reading().createQuery(sql);
        if (plannedByValues) {
            unitOfWork.database().planByValues(query);
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
