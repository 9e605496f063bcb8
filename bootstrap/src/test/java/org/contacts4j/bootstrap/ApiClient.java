package org.contacts4j.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.contacts4j.domain.organization.Caller;

/** A client of the API of a running server. */
record ApiClient(URI server, String token, HttpClient http) {

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
    private static final Duration LIFETIME = Duration.ofHours(1);

    /** Returns a client for a member of the organization {@code acme}, with a token signed with this secret. */
    static ApiClient of(ServerProcess server, String secret) throws IOException {
        return of(server, secret, "acme");
    }

    /** Returns a client for a member of this organization. */
    static ApiClient of(ServerProcess server, String secret, String organization) throws IOException {
        String token = new TokenSigner(secret, null, null, Clock.systemUTC())
                .sign(Caller.member(organization, "ada"), LIFETIME);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ApiClient(server.url(), token, http);
    }

    HttpResponse<String> get(String id) throws IOException, InterruptedException {
        return http.send(request("/" + id).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> create(String name) throws IOException, InterruptedException {
        return http.send(
                request("")
                        .POST(BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    CompletableFuture<HttpResponse<String>> startRenaming(String id, String name) {
        return http.sendAsync(
                request("/" + id)
                        .method("PATCH", BodyPublishers.ofString("{\"name\":\"" + name + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> list() throws IOException, InterruptedException {
        return http.send(request("?limit=1").build(), BodyHandlers.ofString());
    }

    /** Submits a CSV table for a background import. The response contains the import's id. */
    HttpResponse<String> submitImport(String table) throws IOException, InterruptedException {
        return submitImport("text/csv", table);
    }

    /** Submits a file of this media type for a background import. */
    HttpResponse<String> submitImport(String type, String file) throws IOException, InterruptedException {
        return http.send(
                requestAt("/api/v1/imports")
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString(file))
                        .build(),
                BodyHandlers.ofString());
    }

    String importJob(String id) throws IOException, InterruptedException {
        return http.send(requestAt("/api/v1/imports/" + id).build(), BodyHandlers.ofString())
                .body();
    }

    CompletableFuture<HttpResponse<String>> startImport(String table) {
        return http.sendAsync(
                request("/import")
                        .timeout(Duration.ofMinutes(2))
                        .setHeader("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(table))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a GET request with the token to an operator endpoint, such as {@code /livez}. */
    HttpResponse<String> operator(String path) throws IOException, InterruptedException {
        return http.send(requestAt(path).build(), BodyHandlers.ofString());
    }

    /** Attaches a file, using a stored form. */
    HttpResponse<String> attach(String contact, Path form) throws IOException, InterruptedException {
        return upload("/api/v1/contacts/" + contact + "/attachments", form);
    }

    /** Sends a stored form. */
    HttpResponse<String> upload(String path, Path form) throws IOException, InterruptedException {
        return http.send(
                requestAt(path)
                        .timeout(Duration.ofMinutes(2))
                        .setHeader("Content-Type", UploadForm.TYPE)
                        .POST(BodyPublishers.ofFile(form))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return http.send(requestAt(path).DELETE().build(), BodyHandlers.ofString());
    }

    /** Returns the response with its body as a stream. */
    HttpResponse<InputStream> download(String path) throws IOException, InterruptedException {
        return http.send(requestAt(path).timeout(Duration.ofMinutes(2)).build(), BodyHandlers.ofInputStream());
    }

    /** Returns the response body of an operator endpoint, requested without a token. */
    String operations(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(server.resolve(path)).build(), BodyHandlers.ofString())
                .body();
    }

    /** Returns the first id in a response. */
    static String idIn(HttpResponse<String> answer) {
        Matcher matcher = ID.matcher(answer.body());
        if (!matcher.find()) {
            throw new AssertionError("no id in " + answer + ": " + answer.body());
        }
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return requestAt("/api/v1/contacts" + path);
    }

    private HttpRequest.Builder requestAt(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }
}
