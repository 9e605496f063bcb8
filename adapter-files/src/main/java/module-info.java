/** An adapter that stores the content of attachments as files in a folder. */
module org.contacts4j.files {
    requires transitive org.contacts4j.application;
    requires static transitive org.jspecify;

    exports org.contacts4j.files;
}
