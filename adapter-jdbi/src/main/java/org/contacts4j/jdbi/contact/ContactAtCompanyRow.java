package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.application.contact.ContactAtCompany;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** A contact as a row, and whether the company that is joined to it has it as its primary one. */
final class ContactAtCompanyRow implements RowMapper<ContactAtCompany> {

    /** What is selected behind the columns of the contact. */
    static final String IS_PRIMARY =
            ", case when company.primary_contact_id = r.id then true else false end as is_primary ";

    private static final ContactRow CONTACT = new ContactRow();

    @Override
    public ContactAtCompany map(ResultSet row, StatementContext context) throws SQLException {
        return new ContactAtCompany(CONTACT.map(row, context), row.getBoolean("is_primary"));
    }
}
