package org.contacts4j.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.bootstrap.folder.DataFolder;
import org.contacts4j.http.scenario.ApiClient;
import org.contacts4j.http.scenario.Reply;
import org.contacts4j.jdbi.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartIT {

    private static final Pattern CURL =
            Pattern.compile("curl -s (\\S+) -H '([^:]+): ([^']+)' -H '([^:]+): ([^']+)' -d '([^']+)'");

    @TempDir
    private Path directory;

    @Test
    void makesASecretForItsOwnerAlone() throws Exception {
        try (ServerProcess server = start()) {
            assertThat(server.url()).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().secretFile())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void printsACurlThatWorksWhenPasted() throws Exception {
        try (ServerProcess server = start()) {
            assertThat(paste(curlIn(server)).status()).isEqualTo(201);
        }
    }

    @Test
    void keepsDataAndSecretForTheNextStart() throws Exception {
        String id;
        try (ServerProcess first = start()) {
            id = client(first).create("Ada Lovelace").text("id");
            first.terminate();
            first.exitCode();
        }
        String secret = folder().existingSecret();
        try (ServerProcess second = start()) {
            assertThat(client(second).get("contacts/" + id).status()).isEqualTo(200);
            assertThat(folder().existingSecret()).isEqualTo(secret);
        }
    }

    @Test
    void makesNoSecretWhenOneIsConfigured() throws Exception {
        try (ServerProcess server = ServerProcess.start(
                directory, "--port", "0", "--jwt-secret", "a secret that is longer than 32 bytes")) {
            assertThat(server.out()).contains("signed with jwt-secret (flag --jwt-secret)");
            assertThat(folder().secretFile()).doesNotExist();
        }
    }

    @Test
    void picksAFreePortAndSaysWhich() throws Exception {
        try (ServerProcess one = start();
                ServerProcess other =
                        ServerProcess.start(Files.createDirectory(directory.resolve("other")), "--port", "0")) {
            assertThat(one.url().getPort())
                    .isPositive()
                    .isNotEqualTo(other.url().getPort());
        }
    }

    @Test
    void isReadyWithNothingToComplainAbout() throws Exception {
        try (ServerProcess server = start()) {
            assertThat(server.err()).isEmpty();
            assertThat(server.out()).endsWith(" s" + System.lineSeparator());
        }
    }

    @Test
    void printsATokenCommandThatWorksInAnyFolder() throws Exception {
        try (ServerProcess server = start()) {
            Outcome token =
                    ServerProcess.run(Files.createDirectory(directory.resolve("elsewhere")), tokenCommandIn(server));
            ApiClient ada = ApiClient.of(server.url()).withToken(token.out().strip());

            assertThat(ada.create("Ada Lovelace").status()).isEqualTo(201);
        }
    }

    @Test
    void runsOnPostgresByOneSetting() throws Exception {
        String database = TestPostgres.freshDatabase();
        try (ServerProcess server = ServerProcess.start(
                directory,
                "--port",
                "0",
                "--db-url",
                database + "?user=" + TestPostgres.USER + "&password=correct%20horse")) {
            assertThat(client(server).create("Ada Lovelace").status()).isEqualTo(201);
            assertThat(server.out()).contains(database).doesNotContain("correct%20horse");
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(directory, "--port", "0");
    }

    private ApiClient client(ServerProcess server) throws Exception {
        return Clients.of(server, folder().existingSecret());
    }

    private DataFolder folder() {
        return new DataFolder(directory.resolve("contacts4j-data"));
    }

    private static Matcher curlIn(ServerProcess server) throws Exception {
        Matcher curl = CURL.matcher(server.out());
        assertThat(curl.find()).as(server.out()).isTrue();
        return curl;
    }

    /** Returns the arguments after the jar, as a shell would pass them. */
    private static String[] tokenCommandIn(ServerProcess server) throws Exception {
        Matcher command = Pattern.compile("contacts4j\\.jar (token .*)").matcher(server.out());
        assertThat(command.find()).as(server.out()).isTrue();
        return command.group(1).replace("'", "").split(" ");
    }

    private static Reply paste(Matcher curl) {
        URI uri = URI.create(curl.group(1));
        return ApiClient.of(uri)
                .with(curl.group(2), curl.group(3))
                .with(curl.group(4), curl.group(5))
                .post(uri.getPath(), curl.group(6));
    }
}
