package org.contacts4j.jdbi.phone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.contact.ContactRow;
import org.contacts4j.jdbi.contact.MatchKeyRows;
import org.contacts4j.jdbi.contact.PrefixedMatchKeys;
import org.contacts4j.jdbi.filter.FilterKeys;
import org.contacts4j.jdbi.filter.StoredSearchText;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.StatementBatch;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;

/** The columns of contacts that contain forms of phone numbers. */
record PhoneFormColumns(UnitOfWork unitOfWork, OrganizationId organization, PhoneNumbers numbers) {

    private static final ContactRow ROW = new ContactRow();

    private static final String SELECT = "select " + ContactRow.COLUMNS + " from contact r " + ContactRow.COMPANY + """
                    where r.organization_id = :organization and r.id > :after and r.updated_at >= :since
                    order by r.organization_id, r.id limit :limit %s
                    """;

    /** The company's part at the beginning of the search text stays: a rename may be in progress. */
    private static final String UPDATE = """
            update contact
            set search_text = substring(search_text from 1 for position(:separator in search_text)) || :own,
                filter_keys = :filter_keys, match_keys = :match_keys
            where organization_id = :organization and id = :id
            and substring(search_text from position(:separator in search_text) + 1) <> :own
            """;

    /**
     * Returns and locks the next contacts in id order.
     *
     * @param changedSince leaves out contacts that have not changed since
     */
    List<Contact> lock(UUID after, Instant changedSince, int limit) {
        String sql = SELECT.formatted(unitOfWork.database().forUpdate("r"));
        try (Query query = unitOfWork.locking().createQuery(sql)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuid("after", after)
                    .time("since", changedSince)
                    .number("limit", limit);
            return Rows.all(query, ROW);
        }
    }

    /** Derives the columns of locked contacts again. Their versions stay, because no field changes. */
    void update(List<Contact> contacts) {
        List<Contact> withPhones = contacts.stream()
                .filter(contact -> !contact.communication().phones().isEmpty())
                .toList();
        MatchKeyRows keyRows = new MatchKeyRows(unitOfWork, numbers);
        withPhones.forEach(contact -> {
            StatementBatch writes = new StatementBatch(organization);
            if (keyRows.rederive(writes, contact)) {
                unitOfWork.write(writes);
            }
        });
        unitOfWork.writeEach(
                organization,
                UPDATE,
                withPhones,
                (row, contact) -> row.uuid("id", contact.id().value())
                        .text("separator", String.valueOf(StoredSearchText.COMPANY_END))
                        .text("own", StoredSearchText.withoutCompany(contact, numbers))
                        .filterTexts("filter_keys", FilterKeys.of(contact, numbers))
                        .texts("match_keys", PrefixedMatchKeys.of(contact, numbers)));
    }
}
