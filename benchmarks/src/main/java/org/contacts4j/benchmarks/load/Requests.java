package org.contacts4j.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.contacts4j.benchmarks.data.GeneratedContacts;

/**
 * Factory of HTTP requests to one server for the contacts of one organization.
 *
 * @param base the path of the contacts
 * @param headers further header lines, each with its line break
 * @param mediaType the media type of bodies
 */
public record Requests(GeneratedContacts contacts, String base, String headers, String mediaType) {

    private static final int BODIES = 2_000;
    private static final String JSON = "application/json";

    /** Returns a factory of requests to Contacts4J, with a token. */
    public static Requests toContacts4J(GeneratedContacts contacts) {
        String token = Token.of(contacts.organization().value());
        return new Requests(contacts, "/api/v1/contacts", "Authorization: Bearer " + token + "\r\n", JSON);
    }

    public static Requests toFloor(GeneratedContacts contacts) {
        return new Requests(contacts, "/floor/contacts", "", JSON);
    }

    /** Returns a factory of requests with bodies of this media type. */
    public Requests sending(String type) {
        return new Requests(contacts, base, headers, type);
    }

    /** Returns all kinds of work, reads first. */
    public List<Work> all() {
        return List.of(getById(), firstPage(""), create(), update(base.startsWith("/floor") ? "PUT" : "PATCH"));
    }

    public Work getById() {
        return new Work("GET by id", 200, random -> request("GET", "/" + randomId(random), ""));
    }

    /** Returns reads of the first page of 20, with this query string. */
    public Work firstPage(String query) {
        byte[] request = request("GET", query, "");
        return new Work("first page of 20", 200, random -> request);
    }

    /** Returns creations of generated contacts. */
    public Work create() {
        List<byte[]> requests = IntStream.range(contacts.count(), contacts.count() + BODIES)
                .mapToObj(n -> request("POST", "", ContactBodies.of(contacts.fields(n))))
                .toList();
        return new Work("create", 201, random -> requests.get(random.nextInt(BODIES)));
    }

    /** Returns updates of the title and department of random contacts. */
    private Work update(String method) {
        Function<SplittableRandom, byte[]> request =
                random -> request(method, "/" + randomId(random), ContactBodies.of(GeneratedContacts.newJob(random)));
        return new Work("update", 200, request);
    }

    /** Returns a complete HTTP request; {@code rest} is appended to the base path. */
    public byte[] request(String method, String rest, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String length =
                body.isEmpty() ? "" : "Content-Type: " + mediaType + "\r\nContent-Length: " + content.length + "\r\n";
        String head = method + " " + base + rest + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers + length + "\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream(head.length() + content.length);
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(content);
        return request.toByteArray();
    }

    private String randomId(SplittableRandom random) {
        return contacts.id(random.nextInt(contacts.count())).toString();
    }
}
