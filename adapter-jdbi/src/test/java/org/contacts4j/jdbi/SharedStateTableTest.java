package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.contacts4j.application.SharedStates;
import org.contacts4j.application.background.BackgroundTasks;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.jdbi.limit.SharedStateTable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SharedStateTableTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private static final DatabaseSettings POSTGRES = TestPostgres.freshSettings();
    private static JdbiStore store;
    private static SharedStates states;

    @BeforeAll
    static void start() {
        store = JdbiStore.open(POSTGRES);
        states = store.sharedStates().orElseThrow();
    }

    @AfterAll
    static void stop() {
        store.close();
    }

    @Test
    void areReplacedOnlyWhenTheyHaveNotChangedSinceTheyWereRead() {
        assertThat(states.find("a")).isNull();
        assertThat(states.replace("a", bytes(0), bytes(1), LATER)).isFalse();
        assertThat(states.replace("a", null, bytes(1), LATER)).isTrue();
        assertThat(states.replace("a", null, bytes(2), LATER)).isFalse();
        assertThat(states.find("a")).isEqualTo(bytes(1));
        assertThat(states.replace("a", bytes(0), bytes(2), LATER)).isFalse();
        assertThat(states.replace("a", bytes(1), bytes(2), LATER)).isTrue();
        assertThat(states.find("a")).isEqualTo(bytes(2));
    }

    @Test
    void goWhenTheyExpireAndNotBefore() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        Jdbi jdbi = Jdbi.create(POSTGRES.url());
        try (SharedStateTable table = new SharedStateTable(jdbi, clock, new BackgroundTasks(clock))) {
            table.replace("expired", null, bytes(1), NOW.minusMillis(1));
            table.replace("current", null, bytes(1), NOW);
            table.sweep();
            assertThat(table.find("expired")).isNull();
            assertThat(table.find("current")).isEqualTo(bytes(1));
        }
    }

    @Test
    void areUnavailableWithoutTheDatabase() {
        JdbiStore closed = JdbiStore.open(POSTGRES);
        closed.close();
        SharedStates gone = closed.sharedStates().orElseThrow();
        assertThatThrownBy(() -> gone.find("a")).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThatThrownBy(() -> gone.replace("a", null, bytes(1), LATER))
                .isInstanceOf(ContactsFailure.Unavailable.class);
    }

    private static byte[] bytes(int value) {
        return new byte[] {(byte) value};
    }
}
