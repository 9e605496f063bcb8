package org.contacts4j.bootstrap;

import org.contacts4j.application.Contacts4J;
import org.contacts4j.http.scenario.IsolationMatrixContract;
import org.contacts4j.jdbi.DatabaseSettings;
import org.contacts4j.jdbi.JdbiStore;
import org.contacts4j.jdbi.TestPostgres;

class IsolationOnPostgresTest extends IsolationMatrixContract {

    @Override
    protected Contacts4J contacts4j() {
        return Contacts4J.builder(JdbiStore.open(
                        DatabaseSettings.of(TestPostgres.freshDatabase(), TestPostgres.USER, TestPostgres.PASSWORD)))
                .build();
    }
}
