package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An organization with a restricted member, the walker, who sees only the contacts assigned to them. Optionally it has
 * one contact that is not assigned to the walker. That hidden contact equals the walker's own in all values that
 * contacts are searched by. Without it, {@code {contact}} and its records are unknown ids.
 */
final class VisibilityFixture {

    private static final String WALKER = "walker";

    private final RunningApi api;
    private final String organization = "org_" + UUID.randomUUID();
    private final Map<String, String> ids = new LinkedHashMap<>();

    private VisibilityFixture(RunningApi api) {
        this.api = api;
        make("company", "companies", "{\"name\": \"Acme\"}");
        make("boss", "contacts", """
                {"name": "Boss", "assignedTo": ["walker", "somebody"], "teams": ["north", "south", "west"]}
                """);
        name("member", "members", "somebody");
        name("team", "teams", "north");
        make("own", "contacts", person("Own", WALKER));
        make("tag", "tags", "{\"name\": \"Fair\"}");
        make("field", "custom-fields", "{\"key\": \"plan\", \"type\": \"text\"}");
        make("folder", "custom-field-folders", "{\"name\": \"Sales\"}");
        make(
                "webhook",
                "webhooks",
                "{\"url\": \"https://example.org\", \"events\": [\"contact.deleted\"], \"active\": false}");
        make("delivery", "webhooks/{webhook}/test", "{}");
        make("apiKey", "api-keys", "{\"name\": \"CI\"}");
        make("revocation", "token-revocations", "{\"jti\": \"1\"}");
        make("ownLink", "contacts/{own}/links", "{\"type\": \"opportunity\", \"externalId\": \"1\"}");
    }

    /**
     * Returns an organization in which the hidden contact is the primary one of its company, and the manager of {@code
     * {led}}.
     */
    static VisibilityFixture withHiddenContact(RunningApi api) {
        VisibilityFixture world = new VisibilityFixture(api);
        world.make("contact", "contacts", person("Hidden", "somebody"));
        world.send(Example.patch("/contacts/{own}", "{\"is_primary\": true}"));
        world.send(Example.post("contacts/{contact}/set-primary/{company}", "{}"));
        world.make("led", "contacts", led("\"{contact}\""));
        world.make("link", "contacts/{contact}/links", "{\"type\": \"opportunity\", \"externalId\": \"2\"}");
        world.make("comment", "contacts/{contact}/comments", "{\"text\": \"@somebody\"}");
        world.make("attachment", "contacts/{contact}/attachments", Upload.form("hidden.txt", "hidden"));
        return world;
    }

    static VisibilityFixture withoutHiddenContact(RunningApi api) {
        VisibilityFixture world = new VisibilityFixture(api);
        // Gives the company and the walker's own contact the same versions as with a hidden primary contact.
        world.send(Example.post("contacts/{own}/set-primary/{company}", "{}"));
        world.send(Example.patch("/contacts/{own}", "{\"is_primary\": false}"));
        world.make("led", "contacts", led("null"));
        world.ids.put("contact", UUID.randomUUID().toString());
        world.ids.put("link", UUID.randomUUID().toString());
        world.ids.put("comment", UUID.randomUUID().toString());
        world.ids.put("attachment", UUID.randomUUID().toString());
        return world;
    }

    String organization() {
        return organization;
    }

    /** Returns the ids of the existing records by name. */
    Map<String, String> ids() {
        return ids;
    }

    /** Returns a client of the walker, who sees and changes only their assigned contacts. */
    ApiClient walker() {
        return api.with(TestTokens.of(organization).with("sub", WALKER).with("data", "assigned"));
    }

    /** Returns a client of a viewer, who sees everything and changes nothing. */
    ApiClient viewer() {
        return api.with(TestTokens.of(organization).with("sub", "viewer").with("role", "viewer"));
    }

    /** Returns a client of an administrator, who may see and change everything. */
    ApiClient admin() {
        return api.with(TestTokens.of(organization).with("sub", "admin").with("role", "admin"));
    }

    /** Returns all data of the hidden contact as text. */
    String hiddenContact() {
        // The request id is part of the answer that the contact is not there.
        ApiClient admin = admin().with("X-Request-Id", "same");
        return admin.get("contacts/" + ids.get("contact")).body()
                + admin.get("contacts/" + ids.get("contact") + "/links").body()
                + admin.get("contacts/" + ids.get("contact") + "/comments").body()
                + admin.get("contacts/" + ids.get("contact") + "/attachments").body()
                + admin.get("companies/" + ids.get("company")).text("primaryContactId")
                + admin.get("contacts/" + ids.get("led")).text("metadata.reportsTo");
    }

    /** Returns all data of the organization as text. */
    String everything() {
        return hiddenContact()
                + admin().get("contacts?limit=100").body()
                + admin().get("companies?limit=100").body()
                + admin().get("contacts/views").body()
                + admin().get("tags").body()
                + admin().get("members/" + ids.get("member")).body()
                + admin().get("teams/" + ids.get("team")).body();
    }

    private static String led(String manager) {
        return "{\"name\": \"Led\", \"assignedTo\": [\"walker\"], \"metadata\": {\"reportsTo\": " + manager + "}}";
    }

    private void send(Example example) {
        Reply reply = example.send(admin(), ids);
        assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    }

    private void make(String name, String path, String body) {
        Reply reply = Example.post(path, body).send(admin(), ids);
        assertThat(reply.status()).as(reply.body()).isIn(201, 202);
        ids.put(name, reply.text("id"));
    }

    /** Names a member or team in the directory. */
    private void name(String name, String path, String id) {
        assertThat(admin().put(path + "/" + id, "{\"name\": \"Named\"}").status())
                .isEqualTo(200);
        ids.put(name, id);
    }

    private static String person(String name, String assignee) {
        return """
                {"name": "%1$s", "email": "%1$s@example.org", "phone": "(555) 0100", "code": "%1$s", "tags": ["VIP"],
                 "parentEntityId": "{company}", "assignedTo": ["%2$s", "colleague"], "teams": ["south"], "customFields": {"tier": "gold"},
                 "metadata": {"department": "Operations", "reportsTo": "{boss}", "preferredContactMethod": "email"}}
                """.formatted(name, assignee);
    }
}
