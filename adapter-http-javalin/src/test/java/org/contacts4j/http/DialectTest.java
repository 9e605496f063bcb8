package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.http.auth.Authentication;
import org.contacts4j.http.auth.Credentials;
import org.contacts4j.http.dialect.Dialect;
import org.contacts4j.http.limit.LimitScope;
import org.contacts4j.http.limit.RateLimits;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.TestTokens;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.http.server.error.ErrorFormat;
import org.contacts4j.http.server.error.Refusal;
import org.contacts4j.http.server.request.RequestHead;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.http.server.route.Routes;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tests that a dialect is served only according to its own declarations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DialectTest {

    private final Contacts4J contacts4j =
            Contacts4J.builder(new InMemoryStore()).build();
    private static final int PER_ADDRESS = 40;
    private static final int PER_MEMBER = 50;
    private static final RateLimits LIMITS = new RateLimits(1, 1, PER_ADDRESS, PER_MEMBER, null);

    private final String token = TestTokens.of("org_1").signed();
    private RunningApi api;

    @BeforeAll
    void start() {
        HttpSettings settings = RunningApi.settings(TokenKeys.secret(TestTokens.SECRET), LIMITS, DialectPorts.DEFAULT);
        api = RunningApi.with(ContactsHttpServer.start(contacts4j, settings, List.of(new Plain())));
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @Test
    void knowsItsCallersByItsOwnHeaders() {
        assertThat(answer(api.anonymous().with("Authorization", token), "GET", "/plain/me"))
                .isEqualTo("200 ada of org_1");
        assertThat(answer(api.anonymous().with("key", token), "GET", "/plain/me"))
                .isEqualTo("200 ada of org_1");
        assertThat(answer(api.anonymous().with("x-api-key", token), "GET", "/plain/me"))
                .isEqualTo("499 no NO_TOKEN");
    }

    @Test
    void allowsAnonymousCallersOnPublicRoutes() {
        assertThat(answer(api.anonymous(), "GET", "/plain/open")).isEqualTo("200 hello");
        assertThat(answer(api.anonymous(), "POST", "/plain/open")).isEqualTo("200 body");
    }

    @Test
    void knowsThoseWhoShowATokenWhereNoneIsWanted() {
        assertThat(answer(api.anonymous().with("key", token), "GET", "/plain/open"))
                .isEqualTo("200 hello ada");
        assertThat(answer(api.anonymous().with("key", "x"), "GET", "/plain/open"))
                .isEqualTo("499 no BAD_TOKEN");
    }

    @Test
    void wordsEverythingThatGoesWrongAtItsPaths() {
        ApiClient ada = api.anonymous().with("key", token);
        assertThat(answer(ada, "GET", "/plain/nowhere")).isEqualTo("499 no NO_SUCH_PATH");
        assertThat(answer(ada, "DELETE", "/plain/me")).isEqualTo("499 no WRONG_METHOD");
        assertThat(answer(ada, "GET", "/plain/contact")).isEqualTo("499 no CONTACT_NOT_FOUND");
        assertThat(answer(ada, "GET", "/plain/broken")).isEqualTo("499 no DEFECT");
        assertThat(answer(ada.with("key", "x"), "GET", "/plain/me")).isEqualTo("499 no BAD_TOKEN");
        assertThat(answer(ada.with("Big", "x".repeat(20_000)), "GET", "/plain/me"))
                .startsWith("4");
        HttpResponse<byte[]> large =
                ada.exchange("POST", "/plain/open", BodyPublishers.ofByteArray(new byte[2_000_000]));
        assertThat(text(large)).isEqualTo("499 no BODY_TOO_LARGE");
    }

    @Test
    void leavesAllOtherPathsToOthers() {
        assertThat(api.anonymous().get("contacts").text("error")).isEqualTo("UNAUTHORIZED");
        assertThat(answer(api.anonymous(), "GET", "/plainly")).contains("NOT_FOUND");
        assertThat(answer(api.anonymous(), "GET", "/livez")).startsWith("200");
    }

    @Test
    void countsTheRequestsOfMembersByThemselves() {
        ApiClient ada = api.anonymous().with("key", TestTokens.of("org_2").signed());
        ApiClient bob = api.anonymous()
                .with("key", TestTokens.of("org_2").with("sub", "bob").signed());
        for (int i = 0; i < PER_MEMBER; i++) {
            assertThat(answer(ada, "GET", "/plain/me")).isEqualTo("200 ada of org_2");
        }
        assertThat(answer(ada, "GET", "/plain/me")).isEqualTo("499 no TOO_MANY_REQUESTS 50 per 1 minute");
        assertThat(answer(bob, "GET", "/plain/me")).isEqualTo("200 bob of org_2");
    }

    @Test
    void countsByAddressWhereItSaysSo() {
        ApiClient here = api.anonymous().with("X-Forwarded-For", "203.0.113.1").with("key", token);
        for (int i = 0; i < PER_ADDRESS; i++) {
            assertThat(answer(here, "POST", "/plain/open")).isEqualTo("200 body");
        }
        assertThat(answer(here, "POST", "/plain/open")).isEqualTo("499 no TOO_MANY_REQUESTS 40 per 1 minute");
        assertThat(answer(here, "GET", "/plain/me")).as("by member").startsWith("200");
        assertThat(answer(api.anonymous().with("X-Forwarded-For", "203.0.113.2"), "POST", "/plain/open"))
                .isEqualTo("200 body");
    }

    @Test
    void countsThoseWithoutATokenByAddressWhereMembersAreCounted() {
        ApiClient here = api.anonymous().with("X-Forwarded-For", "203.0.113.3");
        for (int i = 0; i < PER_MEMBER; i++) {
            assertThat(answer(here, "GET", "/plain/open")).isEqualTo("200 hello");
        }
        assertThat(answer(here, "GET", "/plain/open")).isEqualTo("499 no TOO_MANY_REQUESTS 50 per 1 minute");
    }

    private static String answer(ApiClient client, String method, String path) {
        return text(client.exchange(
                method, path, method.equals("POST") ? BodyPublishers.ofString("body") : BodyPublishers.noBody()));
    }

    private static String text(HttpResponse<byte[]> response) {
        return response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A minimal dialect. */
    private final class Plain implements Dialect {

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public List<String> roots() {
            return List.of("/plain");
        }

        @Override
        public Credentials credentials() {
            return new Credentials(List.of("Bearer", ""), List.of("key"), List.of(), false);
        }

        @Override
        public ErrorFormat errorFormat() {
            return new Words();
        }

        @Override
        public void addTo(Routes routes) {
            routes.get("/plain/me", ctx -> {
                        String organization =
                                Authentication.callerOf(ctx).organization().value();
                        String member = Authentication.callerOf(ctx).member().value();
                        Responses.json(ctx, 200, bytes(member + " of " + organization));
                    })
                    .get(
                            "/plain/open",
                            ctx -> Responses.json(
                                    ctx,
                                    200,
                                    bytes("hello"
                                            + Authentication.findCaller(ctx)
                                                    .map(caller -> " " + caller.member())
                                                    .orElse(""))))
                    .post("/plain/open", ctx -> Responses.json(ctx, 200, bytes(Bodies.isEmpty(ctx) ? "none" : "body")))
                    .get("/plain/broken", ctx -> {
                        throw new IllegalStateException();
                    })
                    .get(
                            "/plain/contact",
                            ctx -> contacts4j.contacts().get(Authentication.callerOf(ctx), ContactId.parse("unknown")));
        }

        @Override
        public boolean isOpen(RequestHead request) {
            return request.path().equals("/plain/open");
        }

        @Override
        public LimitScope limit(RequestHead request) {
            return request.method().equals("POST") ? LimitScope.ADDRESS : LimitScope.MEMBER;
        }
    }

    private static final class Words implements ErrorFormat {

        @Override
        public FormattedError of(ContactsFailure failure, RequestHead request) {
            return new FormattedError(499, bytes("no " + failure.code()));
        }

        @Override
        public FormattedError of(Refusal refusal, RequestHead request) {
            String rate =
                    refusal.exceeded().map(exceeded -> " " + exceeded.inWords()).orElse("");
            return new FormattedError(499, bytes("no " + refusal.reason() + rate));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
