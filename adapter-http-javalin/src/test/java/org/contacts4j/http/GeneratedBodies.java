package org.contacts4j.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.contacts4j.http.scenario.BottleCrmContact;

/** Generators of the contacts that clients of the APIs send. */
final class GeneratedBodies {

    /** A body, by member name. */
    record Body(Map<String, Object> members) {}

    /** Generates bodies for BottleCRM's dialect. */
    static final class OfBottleCrm extends DomainContextBase {

        @Provide
        Arbitrary<Body> bodies() {
            Map<String, Arbitrary<?>> members = new LinkedHashMap<>();
            for (String text : BottleCrmContact.textsAnd("description")) {
                members.put(text, texts());
            }
            members.put("primary_email", emails());
            members.put("secondary_email", emails());
            members.put("mobile_number", numbers());
            members.put("secondary_number", numbers());
            members.put("assigned_to", ids());
            members.put("teams", ids());
            members.put("do_not_call", flags());
            members.put("is_active", flags());
            return GeneratedBodies.bodies(Map.of("first_name", names(), "last_name", names()), members)
                    .map(body -> withoutLoneSecond(body, "primary_email", "secondary_email"))
                    .map(body -> withoutLoneSecond(body, "mobile_number", "secondary_number"));
        }
    }

    /** Generates bodies for Repzo's dialect. */
    static final class OfRepzo extends DomainContextBase {

        @Provide
        Arbitrary<Body> bodies() {
            Map<String, Arbitrary<?>> members = new LinkedHashMap<>();
            for (String text : new String[] {"local_name", "title", "extra_info", "cover_photo"}) {
                members.put(text, Arbitraries.oneOf(texts(), arabic()));
            }
            members.put("phone1", numbers());
            members.put("phone2", numbers());
            members.put("email", emails());
            members.put("disabled", flags());
            members.put("media", texts().list().ofMaxSize(3));
            members.put("company_namespace", ids());
            members.put("creator", creators());
            members.put("editor", creators());
            members.put("integration_meta", objects(Map.of("a", texts(), "b", ids(), "c", flags(), "ا", arabic())));
            return GeneratedBodies.bodies(Map.of("name", Arbitraries.oneOf(names(), arabic())), members)
                    .map(body -> withoutLoneSecond(body, "phone1", "phone2"));
        }

        private static Arbitrary<?> creators() {
            return Combinators.combine(ids(), Arbitraries.of("admin", "rep", "client"))
                    .as((more, type) -> Map.of("_id", "60f1b2b3", "name", "A B", "type", type, "more", more));
        }

        private static Arbitrary<String> arabic() {
            return Arbitraries.of("جون سميث", "مُحَمَّد", "لا إله", "ﷺ", "a\u200fب");
        }
    }

    /** Generates bodies for SPN's dialect. A body with {@code company_id} needs an existing company. */
    static final class OfSpn extends DomainContextBase {

        @Provide
        Arbitrary<Body> bodies() {
            Map<String, Arbitrary<?>> members = new LinkedHashMap<>();
            members.put("company_id", Arbitraries.just("company"));
            members.put("last_name", names());
            members.put("phone", numbers());
            members.put("designation", texts());
            members.put("is_primary", flags());
            return GeneratedBodies.bodies(Map.of("first_name", names(), "email", emails()), members);
        }
    }

    /** Generates bodies for the canonical API. */
    static final class OfTheCanonicalApi extends DomainContextBase {

        @Provide
        Arbitrary<Body> bodies() {
            Map<String, Arbitrary<?>> members = new LinkedHashMap<>();
            for (String text : new String[] {
                "salutation",
                "displayName",
                "localName",
                "pronouns",
                "company",
                "source",
                "taxId",
                "description",
                "notes",
                "language"
            }) {
                members.put(text, texts());
            }
            members.put("firstName", names());
            members.put("lastName", names());
            members.put("emails", entries("address", emails()));
            members.put("phones", entries("number", numbers()));
            members.put("website", Arbitraries.of("https://example.org"));
            members.put(
                    "address",
                    objects(Map.of(
                            "line1",
                            texts(),
                            "city",
                            texts(),
                            "country",
                            texts(),
                            "countryCode",
                            Arbitraries.of("US", "gb"))));
            members.put(
                    "metadata",
                    objects(Map.of(
                            "title",
                            texts(),
                            "department",
                            texts(),
                            "mobilePhone",
                            numbers(),
                            "workPhone",
                            numbers())));
            members.put("customFields", objects(Map.of("a", texts(), "b", ids())));
            members.put(
                    "extensions",
                    objects(Map.of(
                            "linkedin_url",
                            texts(),
                            "date_of_birth",
                            Arbitraries.of(7, true, "x"),
                            "foreign",
                            ids(),
                            "media",
                            ids())));
            members.put("tags", ids());
            members.put("dnc", flags());
            members.put("assignedTo", ids());
            members.put("teams", ids());
            members.put("status", Arbitraries.of("active", "inactive", "archived"));
            Arbitrary<String> names = Arbitraries.of("Ada Lovelace", "Ada  King  Lovelace", "王小明", "X", "a b c d");
            return GeneratedBodies.bodies(Map.of("name", names), members);
        }

        private static Arbitrary<?> entries(String name, Arbitrary<?> values) {
            Arbitrary<String> labels = Arbitraries.of("primary", "secondary", "Secondary", "work", "", "ü");
            return Combinators.combine(values, labels)
                    .as((value, label) -> Map.of(name, value, "label", label))
                    .list()
                    .ofMaxSize(3);
        }
    }

    private GeneratedBodies() {}

    /** Generates bodies with all members of the first map and a random subset of the second. */
    private static Arbitrary<Body> bodies(Map<String, Arbitrary<?>> all, Map<String, Arbitrary<?>> some) {
        return Combinators.combine(members(some, 0.6), members(all, 1)).as((optional, required) -> {
            Map<String, Object> members = new LinkedHashMap<>(optional);
            members.putAll(required);
            return new Body(members);
        });
    }

    /**
     * Removes the second member when the first is absent. The canonical API treats the first entry of a list as the
     * primary one, whatever its label.
     */
    private static Body withoutLoneSecond(Body body, String first, String second) {
        Map<String, Object> members = new LinkedHashMap<>(body.members());
        if (!members.containsKey(first)) {
            members.remove(second);
        }
        return new Body(members);
    }

    private static Arbitrary<?> objects(Map<String, Arbitrary<?>> members) {
        return members(members, 0.6);
    }

    /** Generates objects that contain each member with the given probability. */
    private static Arbitrary<Map<String, Object>> members(Map<String, Arbitrary<?>> members, double likelihood) {
        Arbitrary<Map<String, Object>> objects = Arbitraries.just(Map.of());
        for (Map.Entry<String, Arbitrary<?>> member : new TreeMap<>(members).entrySet()) {
            objects = Combinators.combine(objects, member.getValue().optional(likelihood))
                    .as((before, value) -> {
                        Map<String, Object> more = new LinkedHashMap<>(before);
                        value.ifPresent(set -> more.put(member.getKey(), set));
                        return more;
                    });
        }
        return objects;
    }

    private static Arbitrary<String> names() {
        return Arbitraries.of("Ada", "Zoë", "小明", "O'Brien", "van der Berg", "x".repeat(255), "😀");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.of(
                "a", "100% _\\\"'", "Ünïcödé 王 😀", "two  spaces", "x".repeat(255), "line\nbreak", "null", "[1]");
    }

    private static Arbitrary<String> emails() {
        return Arbitraries.of("a@example.org", "b@example.org", "zoë@exämple.org", "A+b@Example.ORG");
    }

    private static Arbitrary<String> numbers() {
        return Arbitraries.of("+1987654321", "555-0100", "n/a", "(0) 1");
    }

    private static Arbitrary<Boolean> flags() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<?> ids() {
        return Arbitraries.of("user1-uuid", "auth0|2", "\"3\"", "{4}")
                .list()
                .uniqueElements()
                .ofMaxSize(3);
    }
}
