package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for companies and their relations to contacts. */
final class CompanyScenarios {

    private CompanyScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                vacatesThePrimaryPlace(),
                mirrorsACompany(),
                createsOnlyWhatIsAbsent(),
                unlinksOnRemovalOfACompany(),
                customersAreCompanies());
    }

    private static Scenario vacatesThePrimaryPlace() {
        return scenario("a primary contact that moves leaves its place")
                .post("companies", "{\"name\": \"Acme\"}")
                .makes("acme")
                .post("contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"{acme}\"}")
                .makes("ada")
                .post("contacts/{ada}/set-primary/{acme}", "")
                .patch("contacts/{ada}", "{\"parentEntityId\": null}")
                .with("parentEntityId", null)
                .get("companies/{acme}")
                .with("primaryContactId", null);
    }

    private static Scenario mirrorsACompany() {
        return scenario("creates a company under the id its host gives it")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Acme\"}")
                .sending("If-Match", "*")
                .answers(412)
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Acme\"}")
                .answers(201)
                .withHeader("Location", "/api/v1/companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"phone\": \"1\"}")
                .sending("If-Match", "*")
                .with("name", "Acme")
                .with("phone", "1")
                .put("companies/not-an-id", "{\"name\": \"Acme\"}")
                .answers(404)
                .with("error", "COMPANY_NOT_FOUND");
    }

    private static Scenario createsOnlyWhatIsAbsent() {
        return scenario("creates a company only if there is none, with If-None-Match")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Acme\"}")
                .sending("If-None-Match", "*")
                .answers(201)
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Zenith\"}")
                .sending("If-None-Match", "*")
                .answers(412)
                .with("error", "PRECONDITION_FAILED")
                .put("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Zenith\"}")
                .sending("If-None-Match", "*")
                .sending("If-Match", "*")
                .answers(412)
                .put("companies/e45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Zenith\"}")
                .sending("If-None-Match", "*")
                .sending("If-Match", "\"1\"")
                .answers(412)
                .patch("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a", "{\"name\": \"Zenith\"}")
                .sending("If-None-Match", "*")
                .answers(412)
                .get("companies/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a")
                .with("name", "Acme")
                .with("version", "1");
    }

    private static Scenario unlinksOnRemovalOfACompany() {
        return scenario("contacts outlive their company and keep its name")
                .post("companies", "{\"name\": \"Acme\"}")
                .makes("acme")
                .post("contacts", "{\"name\": \"Ada\", \"parentEntityId\": \"{acme}\"}")
                .makes("ada")
                .delete("companies/{acme}")
                .answers(204)
                .get("contacts/{ada}")
                .with("parentEntityId", null)
                .with("company", "Acme");
    }

    private static Scenario customersAreCompanies() {
        return scenario("customers is another name for companies")
                .post("customers", "{\"name\": \"Acme\", \"code\": \"C1\"}")
                .makes("acme")
                .withHeader("Location", "/api/v1/customers/{acme}")
                .patch("customers/{acme}", "{\"taxId\": \"T\"}")
                .with("taxId", "T")
                .get("companies?q=acm")
                .with("data[0].id", "{acme}")
                .with("total", "1")
                .post("companies", "{\"name\": \"Other\", \"code\": \"C1\"}")
                .answers(409)
                .with("existingId", "{acme}")
                .delete("customers/{acme}")
                .answers(204)
                .get("customers/{acme}")
                .answers(404);
    }
}
