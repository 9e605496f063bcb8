package org.contacts4j.jdbi.company;

import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.company.Company;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The less frequent SQL statements on companies. {@link JdbiCompanies} contains the frequent ones. */
@RegisterRowMapper(CompanyRow.class)
interface CompanySql {

    String BY_ID = " from company r where r.organization_id = :organization and r.id = :id ";

    @SqlQuery("select <columns>" + BY_ID + "<lock>")
    Optional<Company> lock(
            @Define("columns") String columns,
            @Bind("organization") String organization,
            @Bind("id") UUID id,
            @Define("lock") String lock);

    @SqlQuery("select <columns>" + BY_ID + "and r.primary_contact_id = :primary <lock>")
    Optional<Company> lockWithPrimary(
            @Define("columns") String columns,
            @Bind("organization") String organization,
            @Bind("id") UUID id,
            @Bind("primary") UUID primary,
            @Define("lock") String lock);

    /**
     * Prevents contacts from being added to the company. On PostgreSQL, a foreign-key check waits only for a
     * {@code for update} lock.
     */
    @SqlQuery("select id from company where organization_id = :organization and id = :id for update")
    Optional<UUID> lockForUpdate(@Bind("organization") String organization, @Bind("id") UUID id);

    @SqlQuery("select id from company where organization_id = :organization and code = :code")
    Optional<UUID> idByCode(@Bind("organization") String organization, @Bind("code") String code);

    /** Returns the id of the company's contact that follows {@code after} and {@code skipped} others, in id order. */
    @SqlQuery("""
            select id from contact
            where organization_id = :organization and company_id = :company and id > :after
            order by organization_id, company_id, id
            limit 1 offset :skipped
            """)
    Optional<UUID> contactIdAfter(
            @Bind("organization") String organization,
            @Bind("company") UUID company,
            @Bind("after") UUID after,
            @Bind("skipped") int skipped);

    /**
     * Replaces the part of the company in the search text of its contacts. It is at the start of the search text and ends
     * at {@code separator}.
     */
    @SqlUpdate("""
            update contact
            set search_text = :beginning || substring(search_text from position(:separator in search_text) + 1)
            where organization_id = :organization and company_id = :company and id > :after and id <= :last
            """)
    void renameInSearchTexts(
            @Bind("organization") String organization,
            @Bind("company") UUID company,
            @Bind("after") UUID after,
            @Bind("last") UUID last,
            @Bind("beginning") String beginning,
            @Bind("separator") String separator);
}
