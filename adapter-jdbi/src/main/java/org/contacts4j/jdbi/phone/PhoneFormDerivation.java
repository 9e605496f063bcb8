package org.contacts4j.jdbi.phone;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.contacts4j.application.importing.matching.MatchKey;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.importing.JdbiMatchCandidates;
import org.contacts4j.jdbi.mapping.ColumnReader;
import org.contacts4j.jdbi.mapping.Rows;
import org.contacts4j.jdbi.sql.StatementParameters;
import org.contacts4j.jdbi.transaction.UnitOfWork;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * Derives the forms of phone numbers in stored contacts again, after {@link PhoneFormVersion} changed. Each organization
 * is a row of {@code phone_form_derivation}, with the last contact that is done. Any number of nodes may take part, and
 * the work continues after a restart.
 */
public record PhoneFormDerivation(PhoneNumbers numbers) {

    private static final int BATCH = 200;
    private static final UUID FIRST_ID = new UUID(0, 0);

    private static final String WITH_CONTACTS = "select distinct organization_id from contact";
    private static final String PENDING = "select distinct organization_id from phone_form_derivation";

    private static final String RESTART = """
            update phone_form_derivation set changed_since = least(changed_since, :since), after_id = :first
            where organization_id = :organization
            """;

    private static final String START = """
            insert into phone_form_derivation (organization_id, changed_since, after_id)
            values (:organization, :since, :first)
            """;

    private static final String LOCK = """
            select changed_since, after_id from phone_form_derivation
            where organization_id = :organization for update
            """;

    private static final String CONTINUE_AFTER =
            "update phone_form_derivation set after_id = :last where organization_id = :organization";

    private static final String END = "delete from phone_form_derivation where organization_id = :organization";

    private static final String FORMER_KEYS = """
            select contact_id, match_key from former_match_key
            where organization_id = :organization and contact_id = any(:contacts)
            """;

    /** Starts with all organizations if this was requested. Returns the organizations that are not done. */
    public List<OrganizationId> pending(UnitOfWork unitOfWork) {
        new PhoneFormVersion(unitOfWork.database(), numbers)
                .takeRequest(unitOfWork.locking())
                .ifPresent(since -> organizations(unitOfWork, WITH_CONTACTS)
                        .forEach(organization -> start(unitOfWork, organization, since)));
        return organizations(unitOfWork, PENDING);
    }

    /** Derives the forms of the next contacts of the organization. Returns whether there may be more. */
    public boolean batch(UnitOfWork unitOfWork, OrganizationId organization) {
        Optional<Progress> progress = lock(unitOfWork, organization);
        if (progress.isEmpty()) {
            return false;
        }
        PhoneFormColumns columns = new PhoneFormColumns(unitOfWork, organization, numbers);
        List<Contact> contacts =
                columns.lock(progress.get().after(), progress.get().changedSince(), BATCH);
        columns.update(contacts);
        rememberFormerKeys(unitOfWork, organization, contacts);
        if (contacts.size() < BATCH) {
            execute(unitOfWork, organization, END, parameters -> {});
            return false;
        }
        UUID last = contacts.get(contacts.size() - 1).id().value();
        execute(unitOfWork, organization, CONTINUE_AFTER, parameters -> parameters.uuid("last", last));
        return true;
    }

    private static void start(UnitOfWork unitOfWork, OrganizationId organization, Instant since) {
        Consumer<StatementParameters> binding =
                parameters -> parameters.time("since", since).uuid("first", FIRST_ID);
        if (execute(unitOfWork, organization, RESTART, binding) == 0) {
            execute(unitOfWork, organization, START, binding);
        }
    }

    /** Adds the new forms to the keys that contacts had earlier. The old ones stay, and match nothing. */
    private void rememberFormerKeys(UnitOfWork unitOfWork, OrganizationId organization, List<Contact> contacts) {
        Map<ContactId, Set<String>> added = new HashMap<>();
        try (Query query = unitOfWork.reading().createQuery(FORMER_KEYS)) {
            new StatementParameters(query, unitOfWork.database())
                    .text("organization", organization.value())
                    .uuids(
                            "contacts",
                            contacts.stream()
                                    .map(contact -> contact.id().toString())
                                    .toList());
            Rows.all(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                ContactId id = new ContactId(columns.uuid());
                @Nullable String key = MatchKey.comparedBy(columns.text(), numbers);
                return key != null
                        && added.computeIfAbsent(id, none -> new HashSet<>()).add(key);
            });
        }
        if (!added.isEmpty()) {
            new JdbiMatchCandidates(unitOfWork).remember(organization, added);
        }
    }

    private static Optional<Progress> lock(UnitOfWork unitOfWork, OrganizationId organization) {
        try (Query query = unitOfWork.locking().createQuery(LOCK)) {
            new StatementParameters(query, unitOfWork.database()).text("organization", organization.value());
            return Rows.first(query, (row, context) -> {
                ColumnReader columns = new ColumnReader(row);
                return new Progress(columns.time(), columns.uuid());
            });
        }
    }

    private static List<OrganizationId> organizations(UnitOfWork unitOfWork, String sql) {
        try (Query query = unitOfWork.reading().createQuery(sql)) {
            return Rows.all(query, (row, context) -> new OrganizationId(Objects.requireNonNull(row.getString(1))));
        }
    }

    private static int execute(
            UnitOfWork unitOfWork,
            OrganizationId organization,
            String statement,
            Consumer<StatementParameters> binding) {
        try (Update update = unitOfWork.writing().createUpdate(statement)) {
            binding.accept(
                    new StatementParameters(update, unitOfWork.database()).text("organization", organization.value()));
            return update.execute();
        }
    }

    private record Progress(Instant changedSince, UUID after) {}
}
