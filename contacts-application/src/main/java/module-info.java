/** What can be done with contacts: one service per feature, and the ports they need. */
module org.contacts4j.application {
    requires transitive org.contacts4j.domain;
    requires static transitive org.jspecify;

    exports org.contacts4j.application;
    exports org.contacts4j.application.access;
    exports org.contacts4j.application.attachment;
    exports org.contacts4j.application.attachment.upload;
    exports org.contacts4j.application.audit;
    exports org.contacts4j.application.background;
    exports org.contacts4j.application.card;
    exports org.contacts4j.application.comment;
    exports org.contacts4j.application.company;
    exports org.contacts4j.application.contact;
    exports org.contacts4j.application.contact.query;
    exports org.contacts4j.application.link;
    exports org.contacts4j.application.member;
    exports org.contacts4j.application.idempotency;
    exports org.contacts4j.application.importing;
    exports org.contacts4j.application.importing.matching;
    exports org.contacts4j.application.importing.undo;
    exports org.contacts4j.application.customfield;
    exports org.contacts4j.application.customvalue;
    exports org.contacts4j.application.exporting;
    exports org.contacts4j.application.filter;
    exports org.contacts4j.application.view;
    exports org.contacts4j.application.page;
    exports org.contacts4j.application.personaldata;
    exports org.contacts4j.application.tag;
    exports org.contacts4j.application.webhook;
}
