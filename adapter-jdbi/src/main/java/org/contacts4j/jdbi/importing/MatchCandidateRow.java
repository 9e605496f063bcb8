package org.contacts4j.jdbi.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.contacts4j.application.importing.matching.MatchCandidate;
import org.contacts4j.domain.id.CompanyId;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.jdbi.contact.PrefixedMatchKeys;
import org.contacts4j.jdbi.mapping.ColumnReader;

/** Match candidates as rows of the table {@code contact r}. */
final class MatchCandidateRow {

    /** The columns. The search text begins with the folded name of the company, linked or not, and U+001F. */
    static final String COLUMNS = "r.id, r.name, r.code, r.match_keys, r.company_id,"
            + " substring(r.search_text from 1 for position(chr(31) in r.search_text) - 1)";

    private MatchCandidateRow() {}

    /** Reads the columns, after this number of others. */
    static MatchCandidate read(ResultSet row, int skipped) throws SQLException {
        ColumnReader columns = new ColumnReader(row, skipped);
        return new MatchCandidate(
                new ContactId(columns.uuid()),
                columns.text(),
                columns.textOrNull(),
                PrefixedMatchKeys.plain(columns.texts()),
                columns.idOrNull(CompanyId::new),
                columns.text());
    }
}
