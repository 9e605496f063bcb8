package org.contacts4j.http.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tests of attachments over HTTP. */
interface AttachmentSuite extends ApiUnderTest {

    int MEBIBYTE = 1024 * 1024;

    @Test
    default void givesBackAFileAsItWasSent() {
        ApiClient client = api().newcomer();
        String attachments = attachmentsOfAda(client);
        byte[] content = random(3 * MEBIBYTE);
        Reply added = upload(client, attachments, Upload.form("photo.png", content));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("fileName")).isEqualTo("photo.png");
        assertThat(added.text("contentType")).isEqualTo("application/octet-stream");
        assertThat(added.at("size").asInt()).isEqualTo(content.length);
        assertThat(added.text("createdBy")).isEqualTo("ada");
        assertThat(added.header("Location")).isEqualTo(added.text("url"));
        assertThat(client.get(attachments).at("data[0]")).isEqualTo(added.json());
        assertThat(download(client, added).body()).isEqualTo(content);
        assertThat(client.delete(added.text("url")).status()).isEqualTo(204);
        assertThat(client.get(added.text("url")).text("error")).isEqualTo("NOT_FOUND");
        assertThat(client.get(attachments).at("data").size()).isZero();
    }

    @Test
    default void servesAFileSoThatNothingInItRuns() {
        ApiClient client = api().newcomer();
        String attachments = attachmentsOfAda(client);
        Reply added = upload(
                client,
                attachments,
                Upload.form("C:\\\\x\\\\<É %22>.html", "<script>alert(1)</script>".getBytes(UTF_8)));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(added.text("contentType")).isEqualTo("text/plain");
        HttpResponse<byte[]> download = download(client, added);
        assertThat(download.headers().firstValue("Content-Type")).contains("text/plain");
        assertThat(download.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(download.headers().firstValue("Content-Security-Policy")).contains("default-src 'none'; sandbox");
        assertThat(download.headers().firstValue("Content-Length")).contains("25");
        assertThat(download.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"<_ _22>.html\"; filename*=UTF-8''%3C%C3%89%20%2522%3E.html");
        HttpResponse<byte[]> head = client.exchange("HEAD", added.text("url"), BodyPublishers.noBody());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).contains("25");
    }

    @Test
    default void refusesAFileOfMoreThan25Mebibytes() {
        ApiClient client = api().newcomer();
        String attachments = attachmentsOfAda(client);
        assertThat(upload(client, attachments, Upload.form("a", new byte[25 * MEBIBYTE]))
                        .status())
                .isEqualTo(201);
        for (int mebibytes : new int[] {26, 40}) {
            Reply refused = upload(client, attachments, Upload.form("a", new byte[mebibytes * MEBIBYTE]));
            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.text("error")).isEqualTo("PAYLOAD_TOO_LARGE");
        }
        assertThat(client.get(attachments).at("data").size()).isEqualTo(1);
    }

    @Test
    default void refusesWhatIsNoFormWithAFile() {
        ApiClient client = api().newcomer();
        String attachments = attachmentsOfAda(client);
        String form = Upload.form("a", "hello");
        assertThat(upload(
                                client,
                                attachments,
                                form.replace("name=\"file\"", "name=\"other\"").getBytes(UTF_8))
                        .faultyFields())
                .containsExactly("file");
        for (String broken : new String[] {
            "", "no form", "--XX", Upload.head("a"), form.replace("\r\n--XX--\r\n", ""), form.replace("XX", "YY")
        }) {
            Reply refused = upload(client, attachments, broken.getBytes(UTF_8));
            assertThat(refused.status()).as(broken).isEqualTo(400);
            assertThat(refused.faultyFields()).as(broken).containsExactly("body");
        }
        assertThat(client.with("Content-Type", "multipart/form-data")
                        .send(attachments, form.getBytes(UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(client.post(attachments, "{\"file\": \"hello\"}").status()).isEqualTo(415);
        assertThat(upload(client.with("Content-Encoding", "gzip"), attachments, form.getBytes(UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(client.get(attachments).at("data").size()).isZero();
    }

    @Test
    default void keepsNothingOfAnUploadThatBreaksOff() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient client = api().member(organization);
        String attachments = attachmentsOfAda(client);
        String token = TestTokens.of(organization).signed();
        try (RawConnection connection = new RawConnection(api().port())) {
            connection.send("POST /api/v1/" + attachments + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                    + "\r\nContent-Type: " + Upload.TYPE + "\r\nContent-Length: 1000000\r\n\r\n" + Upload.head("a"));
            connection.send(new String(random(500_000), ISO_8859_1));
        }
        assertThat(client.get(attachments).at("data").size()).isZero();
        assertThat(upload(client, attachments, Upload.form("a", random(7))).status())
                .isEqualTo(201);
        assertThat(client.get(attachments).at("data").size()).isEqualTo(1);
    }

    /** Opens more slow downloads than the server has threads. */
    @Test
    default void answersOthersWhileManyDownloadsWaitForTheirReaders() {
        String organization = "org_" + UUID.randomUUID();
        ApiClient client = api().member(organization);
        String attachments = attachmentsOfAda(client);
        String url = upload(client, attachments, Upload.form("a", random(12 * MEBIBYTE)))
                .text("url");
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 80; i++) {
                RawConnection connection = new RawConnection(api().port());
                slow.add(connection);
                connection.send("GET " + url + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + TestTokens.of(organization).signed() + "\r\n\r\n");
                connection.awaitFirstByte();
            }
            assertThat(client.get(attachments).status()).isEqualTo(200);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    default void goesWithTheContact() {
        ApiClient client = api().newcomer();
        String attachments = attachmentsOfAda(client);
        Reply added = upload(client, attachments, Upload.form("a", random(7)));
        assertThat(client.delete(attachments.replace("/attachments", "")).status())
                .isEqualTo(204);
        assertThat(client.get(attachments).text("error")).isEqualTo("CONTACT_NOT_FOUND");
        assertThat(client.get(added.text("url")).text("error")).isEqualTo("NOT_FOUND");
    }

    private static String attachmentsOfAda(ApiClient client) {
        return "contacts/" + client.post("contacts", "{\"name\": \"Ada\"}").text("id") + "/attachments";
    }

    private static Reply upload(ApiClient client, String attachments, byte[] form) {
        return client.with("Content-Type", Upload.TYPE).send(attachments, form);
    }

    private static HttpResponse<byte[]> download(ApiClient client, Reply attachment) {
        HttpResponse<byte[]> answer = client.exchange("GET", attachment.text("url"), BodyPublishers.noBody());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
