package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifies that only the organizations the operator configures are public. */
class PublicOrganizationsIT {

    @TempDir
    private Path directory;

    @Test
    void opensTheOrganizationsThatTheCommandLineNames() throws Exception {
        try (ServerProcess server =
                ServerProcess.start(directory, "--port", "0", "--public-organizations", "bolt, acme")) {
            ApiClient ada = client(server);
            String contact = ApiClient.idIn(ada.create("Ada Lovelace"));
            assertThat(get(server, contact).statusCode()).isEqualTo(200);
            HttpResponse<String> enquiry = enquire(server);
            assertThat(enquiry.statusCode()).isEqualTo(201);
            assertThat(get(server, ApiClient.idIn(enquiry)).statusCode()).isEqualTo(200);
            assertThat(ada.get(ApiClient.idIn(enquiry)).statusCode())
                    .as("the first organization takes in what names none, and that is not Ada's")
                    .isEqualTo(404);
        }
    }

    @Test
    void opensNothingByItself() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            String contact = ApiClient.idIn(client(server).create("Ada Lovelace"));
            assertThat(get(server, contact).statusCode()).isEqualTo(401);
            assertThat(enquire(server).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void warnsOfWhatIsRiskyOneLineForEach() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                directory, "--port", "0", "--public-organizations", "acme", "--unique-emails", "on")) {
            assertThat(server.err().lines())
                    .singleElement()
                    .asString()
                    .contains("WARN")
                    .contains("public-organizations together with unique-emails on");
        }
    }

    private ApiClient client(ServerProcess server) throws Exception {
        return ApiClient.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }

    private static HttpResponse<String> get(ServerProcess server, String contact) throws Exception {
        return send(HttpRequest.newBuilder(address(server, "/contacts/" + contact)));
    }

    private static HttpResponse<String> enquire(ServerProcess server) throws Exception {
        return send(HttpRequest.newBuilder(address(server, "/contacts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"first_name\": \"Bo\", \"email\": \"bo@example.org\"}")));
    }

    private static URI address(ServerProcess server, String path) throws IOException {
        return server.url().resolve(path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }
}
