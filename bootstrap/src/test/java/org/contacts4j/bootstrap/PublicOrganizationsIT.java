package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
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
            String contact = ada.create("Ada Lovelace").text("id");
            assertThat(get(server, contact).status()).isEqualTo(200);
            Reply enquiry = enquire(server);
            assertThat(enquiry.status()).isEqualTo(201);
            assertThat(get(server, enquiry.text("id")).status()).isEqualTo(200);
            assertThat(ada.get("contacts/" + enquiry.text("id")).status())
                    .as("the first organization takes in what names none, and that is not Ada's")
                    .isEqualTo(404);
        }
    }

    @Test
    void opensNothingByItself() throws Exception {
        try (ServerProcess server = ServerProcess.start(directory, "--port", "0")) {
            String contact = client(server).create("Ada Lovelace").text("id");
            assertThat(get(server, contact).status()).isEqualTo(401);
            assertThat(enquire(server).status()).isEqualTo(401);
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
        return Clients.of(server, new DataFolder(directory.resolve("contacts4j-data")).existingSecret());
    }

    private static Reply get(ServerProcess server, String contact) throws IOException {
        return ApiClient.of(server.url()).get("/contacts/" + contact);
    }

    private static Reply enquire(ServerProcess server) throws IOException {
        return ApiClient.of(server.url()).post("/contacts", "{\"first_name\": \"Bo\", \"email\": \"bo@example.org\"}");
    }
}
