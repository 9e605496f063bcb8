package org.contacts4j.jdbi.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.application.contact.ContactAtCompany;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps contact rows with the flag that marks the contact as the primary contact of the joined company. */
final class ContactAtCompanyRow implements RowMapper<ContactAtCompany> {

    /** The column to select after the contact's columns. */
    static final String IS_PRIMARY =
            ", case when company.primary_contact_id = r.id then true else false end as is_primary ";

    private static final ContactRow CONTACT = new ContactRow();

    @Override
    public ContactAtCompany map(ResultSet row, StatementContext context) throws SQLException {
        return new ContactAtCompany(CONTACT.map(row, context), row.getBoolean("is_primary"));
    }
}
