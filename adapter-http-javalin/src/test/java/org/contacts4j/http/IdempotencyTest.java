package org.contacts4j.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.contacts4j.application.Contacts4J;
import org.contacts4j.application.Store;
import org.contacts4j.application.attachment.AttachmentLimits;
import org.contacts4j.application.attachment.Contents;
import org.contacts4j.application.attachment.ContentsInStore;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.AttachmentId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.http.scenario.RunningApi;
import org.contacts4j.http.scenario.Upload;
import org.contacts4j.inmemory.InMemoryStore;
import org.junit.jupiter.api.Test;

/** Tests repeated requests at several nodes, after a restart, and while the first one is in progress. */
class IdempotencyTest {

    private static final String ORGANIZATION = "org_1";
    private static final String ADA = "{\"name\": \"Ada\"}";

    private final Store store = new InMemoryStore();

    @Test
    void replaysAnAnswerAtOtherNodesAndAfterARestart() {
        Reply first;
        try (RunningApi one = RunningApi.over(Contacts4J.builder(store).build());
                RunningApi other = RunningApi.over(Contacts4J.builder(store).build())) {
            first = client(one).post("contacts", ADA);
            assertThat(client(other).post("contacts", ADA).body()).isEqualTo(first.body());
        }
        try (RunningApi restarted = RunningApi.over(Contacts4J.builder(store).build())) {
            Reply again = client(restarted).post("contacts", ADA);
            assertThat(again.body()).isEqualTo(first.body());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(client(restarted).get("contacts").text("total")).isEqualTo("1");
        }
    }

    @Test
    void refusesARepetitionWhileTheFirstRequestIsInProgress() throws Exception {
        SlowContents contents = new SlowContents(new ContentsInStore(store));
        try (RunningApi api = over(contents)) {
            String contact = client(api).post("contacts", ADA).text("id");
            for (String path : new String[] {"contacts/" + contact + "/attachments", "/api/contacts/" + contact}) {
                contents.begin();
                CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> upload(api, path));
                contents.started.await();
                Reply second = upload(api, path);
                assertThat(second.status()).as(second.body()).isEqualTo(409);
                assertThat(second.header("Retry-After")).isEqualTo("1");
                assertThat(second.body()).contains("is still in progress");
                contents.finish.countDown();
                assertThat(first.join().status()).as(first.join().body()).isBetween(200, 201);
                Reply third = upload(api, path);
                assertThat(third.body()).isEqualTo(first.join().body());
                assertThat(third.header("Idempotency-Replayed")).isEqualTo("true");
            }
            assertThat(client(api).get("contacts/" + contact + "/attachments").at("data"))
                    .hasSize(2);
        }
    }

    @Test
    void carriesOutARepetitionAfterTheStoreWasUnavailable() {
        SlowContents contents = new SlowContents(new ContentsInStore(store));
        try (RunningApi api = over(contents)) {
            String contact = client(api).post("contacts", ADA).text("id");
            String path = "contacts/" + contact + "/attachments";
            contents.unavailable = true;
            assertThat(upload(api, path).status()).isEqualTo(503);
            contents.unavailable = false;
            Reply again = upload(api, path);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.header("Idempotency-Replayed")).isEmpty();
        }
    }

    private RunningApi over(Contents contents) {
        return RunningApi.over(Contacts4J.builder(store)
                .attachments(contents, AttachmentLimits.DEFAULT)
                .build());
    }

    private static ApiClient client(RunningApi api) {
        return api.member(ORGANIZATION).with("Idempotency-Key", "k");
    }

    private static Reply upload(RunningApi api, String path) {
        byte[] form = new String(Upload.form("a.txt", new byte[] {'a'}), StandardCharsets.UTF_8)
                .replace("name=\"file\"", path.startsWith("/") ? "name=\"contact_attachment\"" : "name=\"file\"")
                .getBytes(StandardCharsets.UTF_8);
        return client(api).with("Content-Type", Upload.TYPE).send(path, form);
    }

    /** Contents whose next upload waits until the test lets it finish, and that can be unavailable. */
    private static final class SlowContents implements Contents {

        private final Contents contents;
        private volatile boolean unavailable;
        private volatile CountDownLatch started = new CountDownLatch(0);
        private volatile CountDownLatch finish = new CountDownLatch(0);

        SlowContents(Contents contents) {
            this.contents = contents;
        }

        void begin() {
            started = new CountDownLatch(1);
            finish = new CountDownLatch(1);
        }

        @Override
        public void store(OrganizationId organization, AttachmentId id, InputStream content) {
            if (unavailable) {
                throw new ContactsFailure.Unavailable("the test wants this failure");
            }
            contents.store(organization, id, content);
            started.countDown();
            try {
                finish.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public InputStream open(OrganizationId organization, AttachmentId id) throws IOException {
            return contents.open(organization, id);
        }

        @Override
        public void delete(OrganizationId organization, AttachmentId id) {
            contents.delete(organization, id);
        }
    }
}
