package org.contacts4j.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import org.contacts4j.jdbi.connection.ParsedStatements;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParsedStatementsTest {

    private final Jdbi jdbi = Jdbi.create("jdbc:h2:mem:");
    private Handle handle;

    @BeforeEach
    void open() {
        ParsedStatements.install(jdbi);
        handle = jdbi.open();
    }

    @AfterEach
    void close() {
        handle.close();
    }

    @Test
    void aTextIsBoundAnewEachTime() {
        assertThat(doubled(1)).isEqualTo(2);
        assertThat(doubled(21)).isEqualTo(42);
    }

    @Test
    void anAttributeIsFilledInEachTime() {
        assertThat(extremeOf("least")).isEqualTo(3);
        assertThat(extremeOf("greatest")).isEqualTo(8);
    }

    @Test
    void aComparisonIsNoAttribute() {
        assertThat(handle.createQuery("select case when :a < :b and :b > :a then 1 else 0 end")
                        .bind("a", 1)
                        .bind("b", 2)
                        .mapTo(int.class)
                        .one())
                .isEqualTo(1);
    }

    @Test
    void whatIsDroppedToMakeRoomIsMadeAgain() {
        for (int text = 0; text < 2_500; text++) {
            assertThat(handle.createQuery("select " + text + " + cast(:more as int)")
                            .bind("more", 1)
                            .mapTo(int.class)
                            .one())
                    .isEqualTo(text + 1);
        }
        assertThat(doubled(4)).isEqualTo(8);
    }

    @Test
    void noMoreThanAThousandTextsAreKept() {
        for (int text = 0; text < 2_500; text++) {
            handle.createQuery("select " + text).mapTo(int.class).one();
        }
        Integer kept = jdbi.getConfig(SqlStatements.class).cacheStats();
        assertThat(kept).isBetween(1, 1_000);
    }

    private int doubled(int number) {
        return handle.createQuery("select 2 * cast(:number as int)")
                .bind("number", number)
                .mapTo(int.class)
                .one();
    }

    private int extremeOf(String function) {
        return handle.createQuery("select <function>(3, 8)")
                .define("function", function)
                .mapTo(int.class)
                .one();
    }
}
