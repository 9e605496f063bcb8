/** An in-memory store for tests, evaluation, and programs that do not need to store data permanently. */
module org.contacts4j.inmemory {
    requires transitive org.contacts4j.application;
    requires static transitive org.jspecify;

    exports org.contacts4j.inmemory;
}
