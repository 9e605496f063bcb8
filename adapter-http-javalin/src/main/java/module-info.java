/*
 * The HTTP server. Open, since Jackson reads the records of responses by reflection. On the module path it needs the JVM
 * option --add-exports io.javalin/io.javalin.router.exception=org.contacts4j.http: Javalin does not export that package.
 */
open module org.contacts4j.http {
    requires com.github.benmanes.caffeine;
    requires transitive org.contacts4j.application;
    requires com.fasterxml.jackson.databind;
    requires com.nimbusds.jose.jwt;
    requires io.github.bucket4j.core;
    requires io.javalin;
    requires jakarta.servlet;
    requires java.net.http;
    requires micrometer.core;
    requires micrometer.registry.prometheus;
    requires org.contacts4j.importing;
    requires org.contacts4j.json;
    requires org.eclipse.jetty.ee10.servlet;
    requires org.eclipse.jetty.server;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports org.contacts4j.http;
    exports org.contacts4j.http.limit;
}
