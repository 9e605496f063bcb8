/* A store on H2 and PostgreSQL. Open, since Jdbi, Jackson and Flyway find classes and scripts by reflection. */
open module org.contacts4j.jdbi {
    requires com.github.benmanes.caffeine;
    requires transitive org.contacts4j.application;
    requires com.fasterxml.jackson.databind;
    requires com.zaxxer.hikari;
    requires flyway.core;
    requires io.leangen.geantyref; // Jdbi needs it, but as an automatic module requires nothing
    requires java.sql;
    requires org.jdbi.v3.core;
    requires org.jdbi.v3.sqlobject;
    requires static com.h2database;
    requires static org.postgresql.jdbc;
    requires static transitive org.jspecify;

    exports org.contacts4j.jdbi;
    exports org.contacts4j.jdbi.backup;
}
