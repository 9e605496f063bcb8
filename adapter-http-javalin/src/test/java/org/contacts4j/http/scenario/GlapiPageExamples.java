package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** The examples of GLAPI's contacts page, unchanged. */
final class GlapiPageExamples {

    private static final String JOHN = """
            {"name": "John Smith", "displayName": "John", "email": "john.smith@acme.com", "phone": "555-123-4567",
             "entityTypes": ["Contact"], "parentEntityId": "{acme}",
             "address": {"line1": "123 Main St", "city": "San Francisco", "stateProvince": "CA",
                         "postalCode": "94105", "countryCode": "US"},
             "metadata": {"title": "Sales Director", "department": "Sales", "workPhone": "555-123-4568",
                          "preferredContactMethod": "email"},
             "status": "active"}
            """;

    private GlapiPageExamples() {}

    static List<Scenario> scenarios() {
        return List.of(
                create(),
                list(),
                update(),
                delete(),
                hierarchy(),
                company(),
                department(),
                primary(),
                method(),
                errors());
    }

    private static Scenario withJohn(String name) {
        return scenario(name)
                .post("companies", "{\"name\": \"Acme Corporation\"}")
                .makes("acme")
                .post("contacts", JOHN)
                .makes("john");
    }

    private static Scenario create() {
        return withJohn("creates and gets a contact")
                .get("contacts/{john}")
                .withHeader("ETag", "\"1\"")
                .with("name", "John Smith")
                .with("displayName", "John")
                .with("code", null)
                .with("entityTypes", "[\"Contact\"]")
                .with("email", "john.smith@acme.com")
                .with("phone", "555-123-4567")
                .with("website", null)
                .with("address.line1", "123 Main St")
                .with("address.line2", null)
                .with("address.countryCode", "US")
                .with("parentEntityId", "{acme}")
                .with("primaryContactId", null)
                .with("taxId", null)
                .with("description", null)
                .with("notes", null)
                .with("customFields", null)
                .with("metadata.title", "Sales Director")
                .with("metadata.reportsTo", null)
                .with("metadata.mobilePhone", null)
                .with("metadata.workPhone", "555-123-4568")
                .with("metadata.preferredContactMethod", "email")
                .with("status", "active")
                .with("isActive", "true");
    }

    private static Scenario list() {
        return withJohn("lists contacts")
                .post("contacts", "{\"name\": \"Jane Doe\"}")
                .answers(201)
                .get("contacts?page=1&limit=20&status=active&search=john")
                .with("data[0].id", "{john}")
                .with("data[0].name", "John Smith")
                .with("total", "1")
                .with("page", "1")
                .with("limit", "20")
                .with("totalPages", "1");
    }

    private static Scenario update() {
        return withJohn("updates what is sent and keeps the rest")
                .put("contacts/{john}", """
                        {"displayName": "Johnny", "metadata": {"title": "VP of Sales", "mobilePhone": "555-999-8888",
                         "preferredContactMethod": "mobile"}}
                        """)
                .with("name", "John Smith")
                .with("displayName", "Johnny")
                .with("metadata.title", "VP of Sales")
                .with("metadata.department", "Sales")
                .with("metadata.mobilePhone", "555-999-8888")
                .with("metadata.workPhone", "555-123-4568")
                .with("metadata.preferredContactMethod", "mobile")
                .with("address.city", "San Francisco");
    }

    private static Scenario delete() {
        return withJohn("deletes a contact")
                .delete("contacts/{john}")
                .answers(204)
                .get("contacts/{john}")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND");
    }

    private static Scenario hierarchy() {
        return scenario("shows who reports to whom")
                .post("contacts", "{\"name\": \"Grace Boss\"}")
                .makes("grace")
                .post("contacts", """
                        {"name": "John Smith", "displayName": "John",
                         "metadata": {"title": "Sales Manager", "department": "Sales", "reportsTo": "{grace}"}}
                        """)
                .answers(201)
                .post("contacts", """
                        {"name": "Jane Doe", "displayName": "Jane",
                         "metadata": {"title": "Account Executive", "department": "Sales", "reportsTo": "{grace}"}}
                        """)
                .answers(201)
                .get("contacts/hierarchy")
                .with("{grace}[0].name", "Jane Doe")
                .with("{grace}[1].name", "John Smith")
                .with("{grace}[1].displayName", "John")
                .with("{grace}[1].metadata.title", "Sales Manager")
                .with("{grace}[1].metadata.department", "Sales");
    }

    private static Scenario company() {
        return withJohn("finds contacts by company")
                .get("contacts/company/{acme}")
                .with("data[0].id", "{john}")
                .with("data[0].company", "Acme Corporation")
                .with("truncated", "false");
    }

    private static Scenario department() {
        return withJohn("finds contacts by department")
                .get("contacts/department/Sales")
                .with("data[0].id", "{john}")
                .get("contacts/department/sales")
                .with("data", "[]");
    }

    private static Scenario primary() {
        return withJohn("makes a contact its company's primary one")
                .post("contacts/{john}/set-primary/{acme}", "")
                .with("contact.id", "{john}")
                .with("contact.name", "John Smith")
                .with("contact.displayName", "John")
                .with("contact.email", "john.smith@acme.com")
                .with("contact.parentEntityId", "{acme}")
                .with("company.id", "{acme}")
                .with("company.name", "Acme Corporation")
                .with("company.primaryContactId", "{john}")
                .get("companies/{acme}")
                .with("primaryContactId", "{john}");
    }

    private static Scenario method() {
        return withJohn("finds contacts by preferred contact method")
                .get("contacts/contact-method/email")
                .with("data[0].id", "{john}")
                .with("data[0].metadata.preferredContactMethod", "email")
                .get("contacts/contact-method/pigeon")
                .answers(400)
                .faulting("method");
    }

    private static Scenario errors() {
        return withJohn("answers the table of errors")
                .post("contacts", "{\"name\": \"Jane\", \"email\": \"not an address\"}")
                .answers(400)
                .with("error", "VALIDATION_ERROR")
                .faulting("email")
                .post("companies", "{\"name\": \"Globex\"}")
                .makes("globex")
                .post("contacts/{john}/set-primary/{globex}", "")
                .answers(400)
                .with("error", "INVALID_ENTITY_TYPE")
                .get("contacts/c12f8e21-4ab2-4589-ae0d-9c12654b8e7a")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND")
                .get("contacts/company/d45f8e21-3ab2-4389-9e0d-9c12654b8e7a")
                .answers(404)
                .with("error", "COMPANY_NOT_FOUND")
                .get("contacts/{john}")
                .sending("Authorization", "Bearer <your-jwt-token>")
                .answers(401)
                .with("error", "UNAUTHORIZED");
    }
}
