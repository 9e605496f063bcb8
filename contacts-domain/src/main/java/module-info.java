/** The domain model of contacts: records, value types and validation rules. Depends only on the JDK. */
module org.contacts4j.domain {
    requires static transitive org.jspecify;

    exports org.contacts4j.domain;
    exports org.contacts4j.domain.access;
    exports org.contacts4j.domain.attachment;
    exports org.contacts4j.domain.audit;
    exports org.contacts4j.domain.comment;
    exports org.contacts4j.domain.company;
    exports org.contacts4j.domain.contact;
    exports org.contacts4j.domain.contact.event;
    exports org.contacts4j.domain.contact.search;
    exports org.contacts4j.domain.customfield;
    exports org.contacts4j.domain.id;
    exports org.contacts4j.domain.link;
    exports org.contacts4j.domain.member;
    exports org.contacts4j.domain.customvalue;
    exports org.contacts4j.domain.filter;
    exports org.contacts4j.domain.network;
    exports org.contacts4j.domain.filter.reading;
    exports org.contacts4j.domain.organization;
    exports org.contacts4j.domain.patch;
    exports org.contacts4j.domain.validation;
    exports org.contacts4j.domain.view;
    exports org.contacts4j.domain.tag;
    exports org.contacts4j.domain.webhook;
}
