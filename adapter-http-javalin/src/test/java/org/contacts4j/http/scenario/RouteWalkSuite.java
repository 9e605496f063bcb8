package org.contacts4j.http.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests of every route as callers with restricted visibility or permissions. {@link RouteExamples} contains the
 * requests.
 */
interface RouteWalkSuite extends ApiUnderTest {

    /** Matches values that differ between two organizations with the same history. */
    String OF_ITS_OWN = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"
            + "|\\d{8}T\\d{6}Z"
            + "|\"nextCursor\":\"[^\"]+\""
            + "|whsec_[A-Za-z0-9+/=]+"
            + "|c4j_[A-Za-z0-9_-]+";

    @Test
    default void everyRouteHasAnExample() {
        Set<String> routes = api().routes().stream()
                .filter(route -> !route.startsWith("HEAD "))
                .filter(route -> !RouteExamples.OPEN.contains(route) && !RouteExamples.ELSEWHERE.contains(route))
                .collect(Collectors.toSet());
        Set<String> played = RouteExamples.ALL.stream()
                .map(example ->
                        example.routeAmong(routes).orElseThrow(() -> new AssertionError("no route for " + example)))
                .collect(Collectors.toSet());
        assertThat(played).isEqualTo(routes);
    }

    /** Every response is as if the hidden contact did not exist. For callers who see it, it makes a difference. */
    @TestFactory
    default Stream<DynamicTest> toARestrictedMemberNothingElseExists() {
        return forEach(RouteExamples.ALL.stream(), example -> {
            VisibilityFixture with = VisibilityFixture.withHiddenContact(api());
            VisibilityFixture without = VisibilityFixture.withoutHiddenContact(api());
            String before = with.hiddenContact();
            assertThat(answer(with.walker(), example, with.ids()))
                    .isEqualTo(answer(without.walker(), example, without.ids()));
            assertThat(with.hiddenContact()).isEqualTo(before);
            boolean differs =
                    !answer(with.admin(), example, with.ids()).equals(answer(without.admin(), example, without.ids()));
            assertThat(differs)
                    .as("whether the example would show a contact that is not hidden")
                    .isEqualTo(example.dependsOnContacts());
        });
    }

    /** A change to a visible record that would also change hidden ones is forbidden, and changes nothing. */
    @TestFactory
    default Stream<DynamicTest> aRestrictedMemberChangesNothingThatIsHidden() {
        return forEach(RouteExamples.REFUSED_TO_RESTRICTED.stream(), example -> {
            VisibilityFixture world = VisibilityFixture.withHiddenContact(api());
            String before = world.everything();
            Reply reply = example.send(world.walker(), world.ids());
            assertThat(example.isForbiddenBy(reply)).as(reply.body()).isTrue();
            assertThat(reply.body()).doesNotContain(world.ids().get("contact"));
            assertThat(world.everything()).isEqualTo(before);
            assertThat(example.send(world.admin(), world.ids()).status()).isBetween(200, 299);
        });
    }

    @TestFactory
    default Stream<DynamicTest> aViewerReadsEverythingAndWritesNothing() {
        return forEach(RouteExamples.ALL.stream(), example -> {
            VisibilityFixture world = VisibilityFixture.withHiddenContact(api());
            String before = world.everything();
            Reply reply = example.send(world.viewer(), world.ids());
            if (example.writes()) {
                assertThat(example.isForbiddenBy(reply)).as(reply.body()).isTrue();
            } else {
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body())
                        .isEqualTo(example.send(world.admin(), world.ids()).body());
            }
            assertThat(world.everything()).isEqualTo(before);
        });
    }

    /** Sends only the head: a response shows that the server did not wait for the body. */
    @TestFactory
    default Stream<DynamicTest> aViewerIsRefusedBeforeTheBodyIsReceived() {
        String viewer = TestTokens.of("org_viewers")
                .with("role", "viewer")
                .with("sub", "v")
                .signed();
        Stream<Example> writing =
                RouteExamples.ALL.stream().filter(example -> example.writes() && example.body() != null);
        return forEach(writing, example -> {
            String type = Upload.isForm(example.body()) ? Upload.TYPE : "application/json";
            String answer = RawConnection.exchange(api().port(), example.head(viewer, type, 1_000_000));
            assertThat(answer).startsWith("HTTP/1.1 403 ").containsIgnoringCase("\nConnection: close");
        });
    }

    /** Ids of another organization, unknown ids and malformed ids have identical responses. */
    @TestFactory
    default Stream<DynamicTest> foreignUnknownAndMalformedIdsAreAlike() {
        Map<String, String> known = VisibilityFixture.withHiddenContact(api()).ids();
        Stream<Example> naming = RouteExamples.ALL.stream()
                .filter(example -> known.keySet().stream().anyMatch(example::names));
        return forEach(naming, example -> {
            VisibilityFixture world = VisibilityFixture.withHiddenContact(api());
            String before = world.everything();
            ApiClient outsider = api().newcomer();
            String foreign = answer(outsider, example, world.ids());
            assertThat(answer(
                            outsider,
                            example,
                            each(world.ids(), UUID.randomUUID().toString())))
                    .isEqualTo(foreign);
            for (String malformed : List.of("1-1-1-1-1", "x", "%E2%82%AC", "a%20b")) {
                String answer = answer(outsider, example, each(world.ids(), malformed));
                if (example.tellsMalformedIds()) {
                    assertThat(answer).startsWith("422 ");
                } else {
                    assertThat(answer).isEqualTo(foreign);
                }
            }
            assertThat(world.everything()).isEqualTo(before);
        });
    }

    private static Stream<DynamicTest> forEach(Stream<Example> examples, Consumer<Example> test) {
        return examples.map(example -> DynamicTest.dynamicTest(example.toString(), () -> test.accept(example)));
    }

    private static Map<String, String> each(Map<String, String> ids, String value) {
        Map<String, String> all = new HashMap<>();
        ids.keySet().forEach(name -> all.put(name, value));
        return all;
    }

    /** Returns the complete response, and that to HEAD, without the values that differ between organizations. */
    private static String answer(ApiClient client, Example example, Map<String, String> ids) {
        ApiClient same = client.with("X-Request-Id", "same");
        String answer = text(example.send(same, ids));
        String head = example.method().equals("GET") ? text(example.head().send(same, ids)) : "";
        return (answer + head).replaceAll(OF_ITS_OWN, "its own");
    }

    private static String text(Reply reply) {
        Map<String, List<String>> headers = new TreeMap<>(reply.headers().map());
        headers.remove("date");
        return reply.status() + " " + headers + " " + reply.body() + "\n";
    }
}
