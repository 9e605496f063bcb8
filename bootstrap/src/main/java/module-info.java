/* The server as a program: command line, settings and wiring. Open, since picocli sets fields by reflection. */
open module org.contacts4j.bootstrap {
    requires org.apache.commons.text;
    requires org.contacts4j.files;
    requires org.contacts4j.http;
    requires org.contacts4j.importing;
    requires org.contacts4j.jdbi;
    requires org.contacts4j.phone;
    requires org.contacts4j.webhooks;
    requires com.nimbusds.jose.jwt;
    requires info.picocli;
    requires java.logging;
    requires java.management;
    requires java.net.http;
    requires ch.qos.logback.classic;
    requires ch.qos.logback.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    provides ch.qos.logback.classic.spi.Configurator with
            org.contacts4j.bootstrap.Logging;
}
