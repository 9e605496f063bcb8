package org.contacts4j.bootstrap;

import java.util.ArrayList;
import java.util.List;
import org.contacts4j.application.Workers;
import org.contacts4j.application.background.TaskStatus;
import org.contacts4j.http.Readiness;
import org.contacts4j.jdbi.JdbiStore;

/** Readiness of the database: it responds, and its tables have the schema of this version. */
record StoreReadiness(JdbiStore store, Workers workers) implements Readiness {

    @Override
    public List<Check> check() {
        List<Check> checks = new ArrayList<>();
        checks.add(new Check("database", store.isReachable()));
        // Empty when the database does not respond.
        store.isMigrated().ifPresent(migrated -> checks.add(new Check("migrations", migrated)));
        if (checks.size() == 1) {
            checks.set(0, new Check("database", false));
        }
        return checks;
    }

    @Override
    public List<TaskStatus> tasks() {
        return workers.statuses();
    }

    @Override
    public Life life() {
        return store.trouble()
                .map(trouble -> new Life(trouble.isFinal() ? "failed" : "recovering", trouble.reason()))
                .orElseGet(Readiness.super::life);
    }
}
