/**
 * Import and export of contacts as files: tables of comma-separated values, JSON and vCards, with or without the HTTP
 * server.
 */
module org.contacts4j.importing {
    requires transitive org.contacts4j.application;
    requires com.fasterxml.jackson.core;
    requires com.googlecode.ezvcard;
    requires de.siegmar.fastcsv;
    requires org.contacts4j.json;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.contacts4j.exporting;
    exports org.contacts4j.importing;
}
