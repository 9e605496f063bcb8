/** Contacts and companies in memory: for tests, trials and programs that keep nothing. */
module org.contacts4j.inmemory {
    requires transitive org.contacts4j.application;
    requires static transitive org.jspecify;

    exports org.contacts4j.inmemory;
}
