package org.contacts4j.jdbi;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.filter.Fields;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.jdbi.DatabaseSettings.Replica;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** A node of the cluster, which counts the statements that it sends to the replica. */
final class ReplicaNode implements AutoCloseable, SqlLogger {

    final AtomicInteger readsFromReplica = new AtomicInteger();
    final Contacts4J contacts4j;
    private final Replica replica;
    private final Workers workers;

    ReplicaNode(DatabaseSettings settings) {
        replica = Objects.requireNonNull(settings.replica());
        contacts4j = Contacts4J.builder(JdbiStore.open(settings, this)).build();
        workers = Workers.of(contacts4j).start();
    }

    @Override
    public void logAfterExecution(StatementContext context) {
        try {
            if (context.getConnection().getMetaData().getURL().equals(replica.url())) {
                readsFromReplica.incrementAndGet();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Contact create(Caller caller) {
        return contacts4j
                .contacts()
                .create(
                        caller,
                        Patch.of(ContactField.NAME, "Ada Lovelace")
                                .set(ContactField.DEPARTMENT, UUID.randomUUID().toString()));
    }

    /** Returns whether the list of the contact's department contains it. */
    boolean lists(Caller caller, Contact contact) {
        return contacts4j
                .contacts()
                .list(caller, Fields.exactDepartment().is(contact.job().department()), PageRequest.first(10))
                .items()
                .contains(contact);
    }

    TaskStatus replicaTask() {
        return workers.statuses().stream()
                .filter(task -> task.name().equals("read-replica"))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        workers.close();
        contacts4j.close();
    }
}
