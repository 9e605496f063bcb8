/** The JSON of contacts and companies: reading patches and writing records. */
module org.contacts4j.json {
    requires transitive com.fasterxml.jackson.core;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive org.contacts4j.domain;
    requires static transitive org.jspecify;

    exports org.contacts4j.json;
    exports org.contacts4j.json.canonical;

    opens org.contacts4j.json.canonical to
            com.fasterxml.jackson.databind;
}
