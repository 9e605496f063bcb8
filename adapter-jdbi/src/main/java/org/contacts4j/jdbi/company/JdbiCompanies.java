package org.contacts4j.jdbi.company;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.application.company.Companies;
import org.contacts4j.application.company.CompanyQuery;
import org.contacts4j.application.page.Page;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.domain.Folded;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Visibility;
import org.contacts4j.jdbi.counter.CounterJournal;
import org.contacts4j.jdbi.filter.StoredSearchText;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.member.VisibilityClause;
import org.contacts4j.jdbi.query.ListQuery;
import org.contacts4j.jdbi.query.RowsWithTotal;
import org.contacts4j.jdbi.sql.LikePattern;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** {@link Companies} in a table, one row per company. */
public final class JdbiCompanies implements Companies {

    private static final String COUNTER_KIND = "company";
    private static final int RENAME_BATCH_SIZE = 500;
    private static final UUID LEAST = new UUID(0, 0);
    private static final UUID GREATEST = new UUID(-1, -1);
    private static final CompanyRow ROW = new CompanyRow();

    private static final String SELECT_BY_ID = "select " + CompanyRow.COLUMNS + CompanySql.BY_ID;
    private static final String INSERT = CompanyRow.TABLE.insert("company");
    private static final String UPDATE = "update company set " + CompanyRow.TABLE.assignments()
            + " where organization_id = :organization and id = :id";
    private static final String DELETE = "delete from company where organization_id = :organization and id = :id";

    private static final String HIDDEN_CONTACT = """
            select r.id from contact r
            where r.organization_id = :organization and r.company_id = :company and not (true %s)
            limit 1
            """;

    private final UnitOfWork unitOfWork;

    public JdbiCompanies(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    @Override
    public void insert(OrganizationId organization, Company company) {
        StatementBatch writes = writing(INSERT, organization, company);
        CounterJournal.count(writes, COUNTER_KIND, 1);
        unitOfWork.write(writes);
    }

    @Override
    public Optional<Company> find(OrganizationId organization, Visibility visibility, CompanyId id) {
        String sql = visibility instanceof Visibility.Everything
                ? SELECT_BY_ID
                : "select " + CompanyRow.columns(visibility) + CompanySql.BY_ID;
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            StatementParameters parameters = new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("id", id.value());
            VisibilityClause.bindId(visibility, parameters);
            return Rows.first(query, ROW);
        }
    }

    @Override
    public Optional<Company> lock(OrganizationId organization, CompanyId id) {
        return lockingSql()
                .lock(
                        CompanyRow.COLUMNS,
                        organization.value(),
                        id.value(),
                        unitOfWork.database().forUpdate("r"));
    }

    @Override
    public Optional<Company> lockWithPrimary(OrganizationId organization, CompanyId id, ContactId primary) {
        return lockingSql()
                .lockWithPrimary(
                        CompanyRow.COLUMNS,
                        organization.value(),
                        id.value(),
                        primary.value(),
                        unitOfWork.database().forUpdate("r"));
    }

    /**
     * {@inheritDoc}
     *
     * <p>Locks and reads in two statements. A single statement would not see a contact that was added while it waited
     * for the lock.
     */
    @Override
    public boolean hasHiddenContacts(OrganizationId organization, Visibility visibility, CompanyId id) {
        if (visibility instanceof Visibility.Everything) {
            return false;
        }
        lockingSql().lockForUpdate(organization.value(), id.value());
        String sql = HIDDEN_CONTACT.formatted(VisibilityClause.ofRow(visibility));
        try (Query query = unitOfWork.locking().createQuery(sql)) {
            StatementParameters parameters = new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("company", id.value());
            VisibilityClause.bind(visibility, parameters);
            return Rows.first(query, (row, context) -> id).isPresent();
        }
    }

    @Override
    public void update(OrganizationId organization, Company before, Company after) {
        @Nullable ContactId primary = after.primaryContactId();
        if (primary != null && !primary.equals(before.primaryContactId())) {
            unitOfWork.hold("contact", organization, primary.value());
        }
        unitOfWork.write(writing(UPDATE, organization, after));
        if (!before.name().equals(after.name())) {
            unitOfWork.acquireChange(organization);
            renameInSearchTexts(organization, after);
        }
    }

    @Override
    public void delete(OrganizationId organization, Company company) {
        StatementBatch writes = new StatementBatch(organization)
                .and(DELETE, parameters -> parameters.uuid("id", company.id().value()));
        CounterJournal.count(writes, COUNTER_KIND, -1);
        unitOfWork.write(writes);
    }

    @Override
    public Page<Company> page(OrganizationId organization, Visibility visibility, CompanyQuery query) {
        ListQuery list = new ListQuery(unitOfWork, "company", organization);
        list.bindColumns(parameters -> VisibilityClause.bindId(visibility, parameters));
        if (query.text() != null) {
            String pattern = LikePattern.containing(Folded.of(query.text().strip()));
            list.where(
                    "cast(r.sort_name as varchar) like :pattern escape '!'",
                    parameters -> parameters.text("pattern", pattern));
        }
        RowsWithTotal<Company> found = found(query, list, CompanyRow.columns(visibility));
        return Page.of(
                found.rows(),
                query.slice().limit(),
                found.total(),
                company -> query.order()
                        .positionOf(
                                company.name(), company.revision(), company.id().value()));
    }

    @Override
    public Optional<CompanyId> idByCode(OrganizationId organization, String code) {
        return sql().idByCode(organization.value(), code).map(CompanyId::new);
    }

    /** Updates the contacts in batches: statements have a timeout, but a company's contacts have no limit. */
    private void renameInSearchTexts(OrganizationId organization, Company company) {
        CompanySql sql = lockingSql();
        UUID id = company.id().value();
        UUID after = LEAST;
        while (!after.equals(GREATEST)) {
            UUID last = sql.contactIdAfter(organization.value(), id, after, RENAME_BATCH_SIZE - 1)
                    .orElse(GREATEST);
            sql.renameInSearchTexts(
                    organization.value(),
                    id,
                    after,
                    last,
                    StoredSearchText.ofCompany(company.name()),
                    String.valueOf(StoredSearchText.COMPANY_END));
            after = last;
        }
    }

    private static RowsWithTotal<Company> found(CompanyQuery query, ListQuery list, String columns) {
        if (query.counted() && query.text() == null) {
            return list.rowsWithStoredCount(List.of(COUNTER_KIND), columns, "", query.order(), query.slice(), ROW);
        }
        @Nullable Total total = query.counted() ? list.countUpToCap() : null;
        return new RowsWithTotal<>(list.rows(columns, "", query.order(), query.slice(), ROW), total);
    }

    private static StatementBatch writing(String statement, OrganizationId organization, Company company) {
        return new StatementBatch(organization)
                .and(statement, parameters -> CompanyRow.TABLE.write(parameters, company));
    }

    private CompanySql sql() {
        return unitOfWork.reading().attach(CompanySql.class);
    }

    private CompanySql lockingSql() {
        return unitOfWork.locking().attach(CompanySql.class);
    }
}
