package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Example.delete;
import static org.contacts4j.http.scenario.Example.get;
import static org.contacts4j.http.scenario.Example.patch;
import static org.contacts4j.http.scenario.Example.post;
import static org.contacts4j.http.scenario.Example.put;
import static org.contacts4j.http.scenario.Example.upload;

import java.util.List;
import java.util.Set;

/**
 * An example request for every route, for {@link RouteWalkSuite}. A new route needs an example here. It must reach for
 * the {@code {contact}} that the restricted member does not see, in every way that the route offers.
 */
final class RouteExamples {

    /** Public routes, which return no data of any organization. */
    static final Set<String> OPEN =
            Set.of("GET /livez", "GET /readyz", "GET /metrics", "GET /info", "GET /openapi.json");

    /**
     * Routes that {@link ImportJobSuite} and {@link AuditSuite} test instead: an import may proceed, and the audit log
     * grow, between two responses that are compared.
     */
    static final Set<String> ELSEWHERE = Set.of(
            "GET /api/v1/imports/{id}",
            "GET /api/v1/imports/{id}/errors.csv",
            "POST /api/v1/imports/{id}/undo",
            "GET /api/v1/imports/{id}/kept",
            "GET /api/v1/audit");

    /** Examples of those routes, for an import that has ended. */
    static final List<Example> OF_ELSEWHERE = List.of(
            get("imports/{import}"),
            get("imports/{import}/errors.csv"),
            post("imports/{import}/undo", "{}"),
            get("imports/{import}/kept"),
            get("audit").onlyForAdministrators());

    private static final String IMPORT = """
            {"matchBy": "email", "updateExisting": true, "contacts": [
                {"name": "Hidden", "company": "Acme", "email": "hidden@example.org", "notes": "seen"}]}
            """;

    private static final String SEARCH = """
            {"limit": 1, "query": {"groups": [{"conditions": [
                {"field": "tags", "op": "contains", "value": "vip"}, {"field": "custom.tier", "op": "eq", "value": "gold"},
                {"field": "assigned_to", "op": "contains", "value": "colleague"}]}]}}
            """;

    static final List<Example> ALL = List.of(
            // Lists and searches.
            get("contacts"),
            get("contacts?limit=1&orderBy=createdAt&orderDirection=desc"),
            get("contacts?page=2&limit=1&total=none"),
            get("contacts?search=hidden"),
            get("contacts?q=5550100"),
            get("contacts?tag=vip&isActive=true"),
            get("contacts?assignedTo=somebody"),
            get("contacts?teams=south"),
            get("contacts?parentEntityId={company}&status=active"),
            get("contacts/hierarchy"),
            get("contacts/hierarchy?companyId={company}"),
            get("contacts/company/{company}"),
            get("contacts/department/Operations"),
            get("contacts/contact-method/email"),
            post("contacts/search", "{\"q\": \"hidden\", \"query\": {\"groups\": []}}")
                    .onlyReads(),
            post("contacts/search", SEARCH).onlyReads(),
            get("contacts/views").whateverContactsThereAre(),
            put("contacts/views", "{\"views\": [{\"name\": \"All\", \"query\": {}}]}")
                    .whateverContactsThereAre(),
            get("contacts/export"),
            get("contacts/export?format=jsonl&orderBy=name&search=hidden"),
            get("contacts/export?format=vcard4&tag=vip"),
            get("contacts/export?cursor={contact}&orderBy=name"),
            post("contacts/export", "{\"format\": \"jcard\", \"q\": \"hidden\"}")
                    .onlyReads(),
            post("contacts/import", IMPORT),
            post("contacts/import?dryRun=true", IMPORT),
            post("imports", IMPORT).whateverContactsThereAre(),

            // Single contacts.
            post("contacts", "{\"name\": \"New\", \"metadata\": {\"reportsTo\": \"{contact}\"}}"),
            get("contacts/{led}"),
            put("contacts/{led}", "{\"notes\": \"seen\", \"metadata\": {\"reportsTo\": null}}"),
            post("contacts/{led}/tags", "{\"tag\": \"new\"}"),
            get("contacts/{contact}"),
            put("contacts/{contact}", "{\"notes\": \"seen\"}"),
            put("contacts/{own}", "{\"metadata\": {\"reportsTo\": \"{contact}\"}}"),
            patch("contacts/{contact}", "{\"notes\": \"seen\"}"),
            patch("contacts/{contact}", "{\"email\": 7}"),
            patch("contacts/{own}", "{\"metadata\": {\"reportsTo\": \"{contact}\"}}"),
            delete("contacts/{contact}"),
            post("contacts/{contact}/set-primary/{company}", "{}"),

            // Records of a contact.
            get("contacts/{contact}/links"),
            post("contacts/{contact}/links", "{\"type\": \"task\", \"externalId\": \"1\"}"),
            delete("contacts/{contact}/links/{link}"),
            get("contacts/{contact}/opportunities"),
            get("contacts/{contact}/comments"),
            post("contacts/{contact}/comments", "{\"text\": \"hello @ada\"}"),
            patch("contacts/{contact}/comments/{comment}", "{\"text\": \"hello\"}"),
            delete("contacts/{contact}/comments/{comment}"),
            get("contacts/{contact}/attachments"),
            upload("contacts/{contact}/attachments", "hello"),
            get("contacts/{contact}/attachments/{attachment}"),
            delete("contacts/{contact}/attachments/{attachment}"),
            post("contacts/{contact}/tags", "{\"tag\": \"vip\"}"),
            delete("contacts/{contact}/tags/VIP"),
            put("contacts/{contact}/custom/tier", "{\"value\": \"silver\"}"),

            // Everything stored about a person, which viewers and restricted members may neither read nor erase.
            get("contacts/{contact}/personal-data").refusedToViewers(),
            post("contacts/{contact}/erase", "{}"),

            // Tags, custom fields and custom values, which belong to the organization. Tag counts depend on the caller.
            get("tags"),
            post("tags", "{\"name\": \"vip\"}"),
            post("tags", "{\"name\": \"new\"}").whateverContactsThereAre(),
            delete("tags/{tag}").whateverContactsThereAre(),
            get("custom-fields").whateverContactsThereAre(),
            post("custom-fields", "{\"key\": \"new\", \"type\": \"text\"}").whateverContactsThereAre(),
            get("custom-fields/{field}").whateverContactsThereAre(),
            patch("custom-fields/{field}", "{\"label\": \"New\"}").whateverContactsThereAre(),
            delete("custom-fields/{field}").whateverContactsThereAre(),
            get("custom-field-folders").whateverContactsThereAre(),
            post("custom-field-folders", "{\"name\": \"New\"}").whateverContactsThereAre(),
            patch("custom-field-folders/{folder}", "{\"name\": \"New\"}").whateverContactsThereAre(),
            delete("custom-field-folders/{folder}").whateverContactsThereAre(),
            get("custom-values").whateverContactsThereAre(),
            put("custom-values/sender", "{\"value\": \"Ada\"}").whateverContactsThereAre(),
            delete("custom-values/sender").whateverContactsThereAre(),
            post("custom-values/render", "{\"template\": \"{{contact.name}}\", \"contactId\": \"{contact}\"}")
                    .onlyReads(),

            // Members and teams, whose names all members of the organization may read.
            get("members").whateverContactsThereAre(),
            get("members?after=b").whateverContactsThereAre(),
            get("members/{member}").whateverContactsThereAre(),
            put("members/{member}", "{\"name\": \"Bo Lee\"}").whateverContactsThereAre(),
            get("teams").whateverContactsThereAre(),
            get("teams?after=b").whateverContactsThereAre(),
            get("teams/{team}").whateverContactsThereAre(),
            put("teams/{team}", "{\"members\": [\"bo\"]}").whateverContactsThereAre(),
            // Webhooks, which receive the events of every contact.
            get("webhooks").onlyForAdministrators(),
            post("webhooks", "{\"url\": \"https://example.org\", \"active\": false}")
                    .onlyForAdministrators(),
            get("webhooks/{webhook}").onlyForAdministrators(),
            patch("webhooks/{webhook}", "{\"description\": \"New\"}").onlyForAdministrators(),
            delete("webhooks/{webhook}").onlyForAdministrators(),
            post("webhooks/{webhook}/rotate-secret", "{}").onlyForAdministrators(),
            post("webhooks/{webhook}/test", "{}").onlyForAdministrators(),
            get("webhooks/{webhook}/deliveries").onlyForAdministrators(),
            post("webhooks/{webhook}/deliveries/redeliver", "{\"since\": \"2026-01-01T00:00:00Z\"}")
                    .onlyForAdministrators(),
            get("webhooks/{webhook}/deliveries/{delivery}").onlyForAdministrators(),
            post("webhooks/{webhook}/deliveries/{delivery}/redeliver", "{}").onlyForAdministrators(),

            // Access to the organization.
            get("api-keys").onlyForAdministrators(),
            post("api-keys", "{\"name\": \"New\"}").onlyForAdministrators(),
            get("api-keys/{apiKey}").onlyForAdministrators(),
            delete("api-keys/{apiKey}").onlyForAdministrators(),
            get("token-revocations").onlyForAdministrators(),
            post("token-revocations", "{\"jti\": \"2\"}").onlyForAdministrators(),
            delete("token-revocations/{revocation}").onlyForAdministrators(),

            // Companies, which all members of the organization see, except for a hidden primary contact.
            get("companies?search=acme"),
            post("companies", "{\"name\": \"New\"}").whateverContactsThereAre(),
            get("companies/{company}"),
            put("companies/{company}", "{\"phone\": \"1\"}").ifMatch("*"),
            patch("companies/{company}", "{\"phone\": \"1\"}"),
            delete("companies/{company}").whateverContactsThereAre(),
            get("customers"),
            post("customers", "{\"name\": \"New\"}").whateverContactsThereAre(),
            get("customers/{company}"),
            put("customers/{company}", "{\"phone\": \"1\"}").ifMatch("*"),
            patch("customers/{company}", "{\"phone\": \"1\"}"),
            delete("customers/{company}").whateverContactsThereAre(),

            // The dialect of BottleCRM.
            get("/api/contacts"),
            get("/api/contacts?name=hidden&limit=1&is_active=true"),
            get("/api/contacts?assigned_to=somebody"),
            get("/api/contacts?search=hidden&tags=vip"),
            post("/api/contacts", "{\"first_name\": \"New\", \"last_name\": \"Contact\"}")
                    .whateverContactsThereAre(),
            get("/api/contacts/{contact}"),
            put("/api/contacts/{contact}", "{\"description\": \"seen\"}"),
            patch("/api/contacts/{contact}", "{\"first_name\": \"\"}"),
            delete("/api/contacts/{contact}"),
            post("/api/contacts/{contact}", "{\"comment\": \"seen\"}"),
            post("/api/contacts/{contact}", "{}"),
            put("/api/contacts/comment/{comment}", "{\"comment\": \"seen\"}"),
            patch("/api/contacts/comment/{comment}", "{\"comment\": \"seen\"}"),
            delete("/api/contacts/comment/{comment}"),
            delete("/api/contacts/attachment/{attachment}"),

            // The dialect of Repzo, at both of its roots.
            get("/client-contact"),
            get("/client-contact?search=hidden&per_page=1&sort=-name"),
            get("/client-contact?_id={contact}"),
            get("/client-contact?name=Hidden&from_updatedAt=0&sortBy=%5B%5D"),
            post("/client-contact", "{\"name\": \"New\"}").whateverContactsThereAre(),
            get("/client-contact/{contact}"),
            put("/client-contact/{contact}", "{\"extra_info\": \"seen\"}"),
            delete("/client-contact/{contact}"),
            get("/v1/client-contact"),
            post("/v1/client-contact", "{\"name\": \"New\"}").whateverContactsThereAre(),
            get("/v1/client-contact/{contact}"),
            put("/v1/client-contact/{contact}", "{\"name\": \"\"}"),
            delete("/v1/client-contact/{contact}"),

            // The dialect of SPN.
            get("/contacts?company_id={company}"),
            get("/contacts?company_id={company}&skip=1&limit=1"),
            post(
                            "/contacts",
                            "{\"first_name\": \"New\", \"email\": \"new@example.org\", \"company_id\": \"{company}\"}")
                    .whateverContactsThereAre(),
            get("/contacts/{contact}"),
            patch("/contacts/{contact}", "{\"designation\": \"seen\", \"is_primary\": true}"),
            delete("/contacts/{contact}"),
            post("/companies", "{\"name\": \"New\"}").whateverContactsThereAre());

    /**
     * Requests that are refused to a restricted member, since they would change records that the member does not see.
     */
    static final List<Example> REFUSED_TO_RESTRICTED = List.of(
            put("companies/{company}", "{\"name\": \"Zenith\"}"),
            patch("companies/{company}", "{\"name\": \"Zenith\", \"phone\": \"1\"}"),
            delete("companies/{company}"),
            put("customers/{company}", "{\"name\": \"Zenith\"}").ifMatch("*"),
            patch("customers/{company}", "{\"name\": \"Zenith\"}"),
            delete("customers/{company}"),
            post("contacts/{own}/set-primary/{company}", "{}"),
            delete("tags/{tag}"),
            put("contacts/views", "{\"views\": [{\"name\": \"All\", \"query\": {}}]}"),
            patch("/contacts/{own}", "{\"is_primary\": true, \"designation\": \"Chief\"}"),
            post("/contacts", """
                    {"first_name": "New", "email": "new@example.org", "company_id": "{company}", "is_primary": true}
                    """));

    private RouteExamples() {}
}
