/** Webhook delivery: a background task that sends due deliveries, with or without the HTTP server. */
module org.contacts4j.webhooks {
    requires transitive org.contacts4j.application;
    requires org.contacts4j.json;
    requires org.apache.httpcomponents.client5.httpclient5;
    requires org.apache.httpcomponents.core5.httpcore5;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.contacts4j.webhooks;

    opens org.contacts4j.webhooks to
            com.fasterxml.jackson.databind;
}
