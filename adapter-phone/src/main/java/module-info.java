/** An adapter that compares phone numbers by their international form, with libphonenumber. */
module org.contacts4j.phone {
    requires transitive org.contacts4j.domain;
    requires com.google.i18n.phonenumbers.libphonenumber;
    requires static transitive org.jspecify;

    exports org.contacts4j.phone;
}
