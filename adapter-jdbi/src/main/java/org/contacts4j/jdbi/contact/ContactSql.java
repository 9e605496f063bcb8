package org.contacts4j.jdbi.contact;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.Define;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** The less frequent SQL statements on contacts. */
interface ContactSql {

    String SELECT = "select <columns> from contact r " + ContactRow.COMPANY;

    @SqlQuery("""
            with recursive line (manager, distance) as (
                select reports_to, 1 from contact
                where organization_id = :organization and id = :id and reports_to is not null
                union all
                select contact.reports_to, line.distance + 1 from line
                join contact on contact.organization_id = :organization and contact.id = line.manager
                where contact.reports_to is not null and line.distance < 10000)
            select manager from line order by distance
            """)
    List<UUID> managersAbove(@Bind("organization") String organization, @Bind("id") UUID id);

    @UseRowMapper(ContactRow.class)
    @SqlQuery(SELECT + """
                    where r.organization_id = :organization and r.reports_to = :manager
                    order by r.organization_id, r.id limit :limit <lock>
                    """)
    List<Contact> lockReportsTo(
            @Define("columns") String columns,
            @Bind("organization") String organization,
            @Bind("manager") UUID manager,
            @Bind("limit") int limit,
            @Define("lock") String lock);

    @UseRowMapper(ContactRow.class)
    @SqlQuery(SELECT + """
                    where r.organization_id = :organization and r.company_id = :company
                    order by r.organization_id, r.id limit :limit <lock>
                    """)
    List<Contact> lockOfCompany(
            @Define("columns") String columns,
            @Bind("organization") String organization,
            @Bind("company") UUID company,
            @Bind("limit") int limit,
            @Define("lock") String lock);

    /** Locks the row that imports lock too, because imports write thousands of e-mail addresses. */
    @SqlQuery("select organization_id from import_lock where organization_id = :organization for update")
    Optional<String> lockEmails(@Bind("organization") String organization);

    @SqlUpdate("insert into import_lock (organization_id) values (:organization)")
    void insertEmailLock(@Bind("organization") String organization);

    /** Returns the id that follows {@code from} and {@code distance} other ids, in id order. */
    @SqlQuery("""
            select id from contact where organization_id = :organization and id > :from
            order by organization_id, id limit 1 offset :distance
            """)
    Optional<UUID> idAtOffset(
            @Bind("organization") String organization, @Bind("from") UUID from, @Bind("distance") int distance);

    @UseRowMapper(ContactRow.class)
    @SqlQuery(SELECT + """
                    where r.organization_id = :organization and r.id > :from and r.id <= :to and <hasKey>
                    order by r.organization_id, r.id <lock>
                    """)
    List<Contact> lockBetween(
            @Define("columns") String columns,
            @Bind("organization") String organization,
            @Bind("from") UUID from,
            @Bind("to") UUID to,
            @Bind("key") String key,
            @Define("hasKey") String hasKey,
            @Define("lock") String lock);

    @SqlQuery("select organization_id from reporting_line_lock where organization_id = :organization for update")
    Optional<String> lockReportingLines(@Bind("organization") String organization);

    @SqlUpdate("insert into reporting_line_lock (organization_id) values (:organization)")
    void insertReportingLineLock(@Bind("organization") String organization);
}
