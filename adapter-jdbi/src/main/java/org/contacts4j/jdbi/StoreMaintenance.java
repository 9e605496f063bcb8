package org.contacts4j.jdbi;

import java.time.Duration;
import java.util.List;
import org.contacts4j.application.Worker;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.application.background.EachOrganization;
import org.contacts4j.domain.contact.PhoneNumbers;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.jdbi.counter.JournalCompaction;
import org.contacts4j.jdbi.phone.PhoneFormDerivation;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.tag.TagCounters;
import org.contacts4j.jdbi.transaction.DatabaseAccess;

/**
 * The compaction of the counter journal, and the derivation of forms of phone numbers.
 *
 * @param ofStore the tasks that keep the store open, which are listed with those of the worker
 */
record StoreMaintenance(
        Database database,
        PhoneNumbers numbers,
        DatabaseAccess primary,
        TransactionRunner transactions,
        BackgroundTasks ofStore)
        implements Worker {

    private static final System.Logger LOG = System.getLogger(StoreMaintenance.class.getName());

    private static final Duration COMPACTION_PAUSE = Duration.ofSeconds(1);
    private static final Duration PHONE_FORMS_PAUSE = Duration.ofSeconds(10);

    @Override
    public AutoCloseable start(BackgroundTasks tasks, Context context) {
        tasks.watch(ofStore::statuses);
        JournalCompaction compaction = TagCounters.compaction(database);
        AutoCloseable phoneForms = tasks.start("phone-numbers", PHONE_FORMS_PAUSE, this::derivePhoneForms);
        AutoCloseable counts = tasks.startBusy(
                "record-counts",
                COMPACTION_PAUSE,
                heartbeat -> transactions.use(() -> compaction.run(primary.jdbi(), heartbeat)));
        return () -> {
            phoneForms.close();
            counts.close();
        };
    }

    private void derivePhoneForms(Runnable heartbeat) {
        PhoneFormDerivation derivation = new PhoneFormDerivation(numbers);
        List<OrganizationId> pending = transactions.inUnitOfWork(primary, derivation::pending);
        EachOrganization.run(pending, heartbeat, organization -> {
            while (transactions.inUnitOfWork(primary, unitOfWork -> derivation.batch(unitOfWork, organization))) {
                heartbeat.run();
            }
        });
        if (!pending.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Derived the forms of phone numbers again, in {0} organizations",
                    pending.size());
        }
    }
}
