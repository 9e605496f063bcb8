package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.contacts4j.application.Contacts4J;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The isolation of organizations over any store: every route of the running server, called by every kind of caller that
 * must not pass. The routes come from the router of the server. Tokens are signed with an RSA key, so that an attacker has
 * a public key to confuse with a secret.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class IsolationMatrixContract {

    private static final List<String> MALFORMED = List.of("x", "1-1-1-1-1", "%E2%82%AC", "a%20b");

    /** Responses of different callers may differ in these headers. */
    private static final Set<String> IGNORED_HEADERS = Set.of("date", "x-request-id");

    private RunningApi api;
    private Contacts4J contacts4j;
    private VisibilityFixture world;
    private Map<String, String> ids;
    private ForgedTokens forged;
    private String revokedKey;
    private String everything;

    /** Returns Contacts4J over the store under test. Called once. */
    protected abstract Contacts4J contacts4j();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        RsaTokens tokens = RsaTokens.create(folder);
        contacts4j = contacts4j();
        api = RunningApi.over(contacts4j, RunningApi.settings(tokens.keys())).signing(tokens::sign);
        world = VisibilityFixture.withHiddenContact(api);
        ids = new HashMap<>(world.ids());
        ids.put("import", finishedImport());
        forged = new ForgedTokens(tokens, world.organization());
        revokedKey = revokedKey();
        everything = world.everything();
    }

    @AfterAll
    void stop() {
        api.close();
        contacts4j.close();
    }

    @TestFactory
    Stream<DynamicContainer> everyRoute() {
        return api.routes().stream()
                .filter(route -> !route.startsWith("HEAD "))
                .sorted()
                .map(route -> dynamicContainer(
                        route,
                        Stream.concat(cells(route), Stream.of(dynamicTest("changes nothing", this::assertUnchanged)))));
    }

    private Stream<DynamicTest> cells(String route) {
        if (RouteExamples.OPEN.contains(route)) {
            return Stream.of(dynamicTest("reveals nothing of an organization", () -> assertOpen(route)));
        }
        List<Example> examples = Stream.concat(RouteExamples.ALL.stream(), RouteExamples.OF_ELSEWHERE.stream())
                .filter(example ->
                        example.routeAmong(api.routes()).filter(route::equals).isPresent())
                .toList();
        if (examples.isEmpty()) {
            return Stream.of(dynamicTest("has an example", () -> {
                throw new AssertionError("add an example of " + route + " to RouteExamples");
            }));
        }
        return examples.stream().flatMap(this::cells);
    }

    private Stream<DynamicTest> cells(Example example) {
        List<DynamicTest> cells = new ArrayList<>();
        if (ids.keySet().stream().anyMatch(example::names)) {
            cells.add(cell(example, "foreign, unknown and malformed ids", () -> assertIdsAlike(example)));
            cells.add(cell(example, "restricted member", () -> assertHiddenUnknown(example)));
        }
        cells.add(cell(example, "no token", () -> assertUnauthenticated(example, api.anonymous())));
        forged.all()
                .forEach((kind, token) -> cells.add(cell(
                        example,
                        kind,
                        () -> assertRefused(example, 401, api.anonymous().withToken(token)))));
        cells.add(cell(
                example,
                "revoked key",
                () -> assertRefused(example, 401, api.anonymous().with("x-api-key", revokedKey))));
        for (String header : organizationHeaders(example)) {
            cells.add(cell(
                    example,
                    "foreign organization in " + header,
                    () -> assertRefused(example, 403, api.newcomer().with(header, world.organization()))));
        }
        cells.add(cell(example, "viewer", () -> assertViewer(example)));
        return cells.stream();
    }

    private static DynamicTest cell(Example example, String kind, Executable test) {
        return dynamicTest(example.method() + " " + example.path() + ": " + kind, test);
    }

    private void assertUnchanged() {
        assertThat(world.everything()).isEqualTo(everything);
    }

    private void assertOpen(String route) {
        String path = route.substring(route.indexOf(' ') + 1);
        Reply reply = api.anonymous().get(path);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).doesNotContain(world.organization());
    }

    private void assertIdsAlike(Example example) {
        ApiClient outsider = api.newcomer();
        String foreign = answer(outsider, example, ids);
        assertThat(foreign).doesNotStartWith("5");
        assertThat(answer(outsider, example, each(UUID.randomUUID().toString())))
                .isEqualTo(foreign);
        for (String malformed : MALFORMED) {
            String answer = answer(outsider, example, each(malformed));
            if (example.tellsMalformedIds()) {
                assertThat(answer).startsWith("422 ");
            } else {
                assertThat(answer).isEqualTo(foreign);
            }
        }
    }

    /** To a member who sees only assigned contacts, the hidden contact and its records are unknown. */
    private void assertHiddenUnknown(Example example) {
        Map<String, String> unknown = new HashMap<>(ids);
        for (String hidden : List.of("contact", "link", "comment", "attachment")) {
            unknown.put(hidden, UUID.randomUUID().toString());
        }
        boolean namesHidden = unknown.keySet().stream()
                .filter(name -> !unknown.get(name).equals(ids.get(name)))
                .anyMatch(example::names);
        if (namesHidden) {
            assertThat(answer(world.walker(), example, ids)).isEqualTo(answer(world.walker(), example, unknown));
        }
    }

    /** A route of public organizations needs no token, and sees those organizations only. */
    private void assertUnauthenticated(Example example, ApiClient anonymous) {
        String answer = answer(anonymous, example, ids);
        assertThat(answer).matches("(?s)4\\d\\d .*");
        if (!answer.startsWith("401 ")) {
            assertThat(answer)
                    .isEqualTo(answer(anonymous, example, each(UUID.randomUUID().toString())));
        }
    }

    private void assertRefused(Example example, int status, ApiClient caller) {
        String answer = answer(caller, example, ids);
        assertThat(answer).startsWith(status + " ");
        assertThat(answer(caller, example, each(UUID.randomUUID().toString()))).isEqualTo(answer);
    }

    private void assertViewer(Example example) {
        Reply reply = example.send(world.viewer(), ids);
        if (example.writes()) {
            assertThat(example.isForbiddenBy(reply)).as(reply.body()).isTrue();
        } else {
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    /** Returns the headers of the API that select an organization, which its {@code Vary} header lists. */
    private List<String> organizationHeaders(Example example) {
        String vary = example.send(api.anonymous(), each("x")).header("Vary");
        return Arrays.stream(vary.split(", "))
                .filter(header -> header.toLowerCase(Locale.ROOT).contains("org"))
                .toList();
    }

    private Map<String, String> each(String value) {
        Map<String, String> all = new HashMap<>();
        ids.keySet().forEach(name -> all.put(name, value));
        return all;
    }

    private String revokedKey() {
        Reply created = world.admin().post("api-keys", "{\"name\": \"Revoked\", \"role\": \"admin\"}");
        ApiClient holder = api.anonymous().withToken(created.text("key"));
        assertThat(holder.get("contacts").status()).isEqualTo(200);
        assertThat(world.admin().delete("api-keys/" + created.text("id")).status())
                .isEqualTo(204);
        Awaitility.await().until(() -> holder.get("contacts").status() == 401);
        return created.text("key");
    }

    private String finishedImport() {
        Reply taken = world.admin().post("imports", "[{\"name\": \"\"}]");
        String job = taken.text("id");
        Awaitility.await()
                .until(() -> world.admin().get("imports/" + job).text("state").equals("done"));
        return job;
    }

    /** Returns the complete response, and that to HEAD, without what differs between equal requests. */
    private static String answer(ApiClient client, Example example, Map<String, String> ids) {
        ApiClient same = client.with("X-Request-Id", "same");
        String answer = text(example.send(same, ids));
        String head = example.method().equals("GET") ? text(example.head().send(same, ids)) : "";
        return (answer + head).replaceAll(RouteWalkSuite.OF_ITS_OWN, "its own");
    }

    private static String text(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.keySet().removeIf(IGNORED_HEADERS::contains);
        headers.keySet().removeIf(name -> name.startsWith("x-ratelimit-"));
        return reply.status() + " " + headers + " " + reply.body() + "\n";
    }
}
