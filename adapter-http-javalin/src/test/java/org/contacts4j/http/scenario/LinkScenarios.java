package org.contacts4j.http.scenario;

import static org.contacts4j.http.scenario.Scenario.scenario;

import java.util.List;

/** Scenarios for links from contacts to records of other systems. */
final class LinkScenarios {

    private LinkScenarios() {}

    static List<Scenario> scenarios() {
        return List.of(
                linksAContact(),
                changesTheLinkThatIsThere(),
                listsByType(),
                removesALink(),
                goesWithTheContact(),
                reportsAllFaults(),
                keepsAmountsExact());
    }

    private static Scenario ada(String name) {
        return scenario(name).post("contacts", "{\"name\": \"Ada Lovelace\"}").makes("ada");
    }

    private static Scenario linksAContact() {
        return ada("links a contact to a record of another system")
                .get("contacts/{ada}/links")
                .with("data", "[]")
                .post("contacts/{ada}/links", """
                        {"type": "opportunity", "externalId": "006", "title": "Renewal", "status": "Closed Won",
                         "url": "https://crm.example/006", "amount": 1250, "currency": "eur", "id": 7}
                        """)
                .makes("link")
                .with("type", "opportunity")
                .with("externalId", "006")
                .with("title", "Renewal")
                .with("status", "Closed Won")
                .with("url", "https://crm.example/006")
                .with("amount", "1250")
                .with("currency", "EUR")
                .with("createdBy", "ada")
                .get("contacts/{ada}/links")
                .with("data[0].id", "{link}")
                .get("contacts/{ada}")
                .with("version", "1");
    }

    private static Scenario changesTheLinkThatIsThere() {
        return ada("changes the link to a record that is linked already")
                .post("contacts/{ada}/links", "{\"type\": \"case\", \"externalId\": \"5\", \"title\": \"Late\"}")
                .makes("link")
                .with("status", null)
                .with("amount", null)
                .post("contacts/{ada}/links", "{\"type\": \"CASE\", \"externalId\": \" 5 \", \"status\": \"open\"}")
                .answers(200)
                .with("id", "{link}")
                .with("title", "Late")
                .with("status", "open")
                .post("contacts/{ada}/links", "{\"type\": \"case\", \"externalId\": \"5\", \"title\": null}")
                .answers(200)
                .with("title", null)
                .with("status", "open");
    }

    private static Scenario listsByType() {
        return ada("lists all links, those of a type, and opportunities")
                .post("contacts/{ada}/links", "{\"type\": \"task\", \"externalId\": \"1\"}")
                .answers(201)
                .post("contacts/{ada}/links", "{\"type\": \"opportunity\", \"externalId\": \"1\"}")
                .makes("deal")
                .get("contacts/{ada}/links")
                .with("data[0].type", "task")
                .with("data[1].id", "{deal}")
                .get("contacts/{ada}/links?type=event")
                .with("data", "[]")
                .get("contacts/{ada}/links?type=task")
                .with("data[0].type", "task")
                .get("contacts/{ada}/opportunities")
                .with("data[0].id", "{deal}")
                .get("contacts/{ada}/links?type=deal")
                .answers(400)
                .faulting("type");
    }

    private static Scenario removesALink() {
        return ada("removes a link once")
                .post("contacts/{ada}/links", "{\"type\": \"lead\", \"externalId\": \"1\"}")
                .makes("link")
                .post("contacts", "{\"name\": \"Grace\"}")
                .makes("grace")
                .delete("contacts/{grace}/links/{link}")
                .answers(404)
                .with("error", "NOT_FOUND")
                .delete("contacts/{ada}/links/{link}")
                .answers(204)
                .delete("contacts/{ada}/links/{link}")
                .answers(404)
                .delete("contacts/nobody/links/{link}")
                .answers(404)
                .with("error", "CONTACT_NOT_FOUND");
    }

    private static Scenario goesWithTheContact() {
        return ada("links go with their contact")
                .post("contacts/{ada}/links", "{\"type\": \"account\", \"externalId\": \"1\"}")
                .answers(201)
                .delete("contacts/{ada}")
                .answers(204)
                .get("contacts/{ada}/links")
                .answers(404)
                .get("contacts/{ada}/opportunities")
                .answers(404);
    }

    private static Scenario reportsAllFaults() {
        return ada("reports all faults of a link together")
                .post("contacts/{ada}/links", """
                        {"type": "deal", "externalId": 6, "title": [], "url": "crm.example", "amount": "12",
                         "currency": "EURO"}
                        """)
                .answers(400)
                .faulting("type", "externalId", "title", "url", "amount", "currency")
                .post("contacts/{ada}/links", "{\"amount\": 1e300}")
                .answers(400)
                .faulting("type", "externalId", "amount", "currency")
                .post("contacts/{ada}/links", "{\"type\": \"task\", \"externalId\": \"1\", \"amount\": 0.5}")
                .answers(400)
                .faulting("currency");
    }

    private static Scenario keepsAmountsExact() {
        return ada("keeps amounts to the last digit")
                .post(
                        "contacts/{ada}/links",
                        "{\"type\": \"task\", \"externalId\": \"1\", \"currency\": \"JPY\","
                                + " \"amount\": -1234567890123456789012345678.0123456789}")
                .answers(201)
                .get("contacts/{ada}/links")
                .with("data[0].amount", "-1234567890123456789012345678.0123456789")
                .post("contacts/{ada}/links", "{\"type\": \"task\", \"externalId\": \"1\", \"amount\": 1.5e3}")
                .with("amount", "1500");
    }
}
