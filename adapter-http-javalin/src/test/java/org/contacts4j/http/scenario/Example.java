package org.contacts4j.http.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An example request for a route. Placeholders such as {@code {contact}} stand for ids of the {@link VisibilityFixture} that it
 * runs in.
 *
 * @param ifMatch the {@code If-Match} header; null to omit it
 * @param writes whether the request is refused to viewers, usually because it writes
 * @param dependsOnContacts whether the response to callers who see all contacts changes with one more contact
 */
record Example(
        String method,
        String path,
        @Nullable String body,
        @Nullable String ifMatch,
        boolean writes,
        boolean dependsOnContacts) {

    static Example get(String path) {
        return new Example("GET", path, null, null, false, true);
    }

    static Example post(String path, String body) {
        return new Example("POST", path, body, null, true, true);
    }

    /** Returns an upload of a form with a file. */
    static Example upload(String path, String content) {
        return new Example("POST", path, Upload.form("cv.txt", content), null, true, true);
    }

    static Example put(String path, String body) {
        return new Example("PUT", path, body, null, true, true);
    }

    static Example patch(String path, String body) {
        return new Example("PATCH", path, body, null, true, true);
    }

    static Example delete(String path) {
        return new Example("DELETE", path, null, null, true, true);
    }

    /** Returns this request as HEAD. */
    Example head() {
        return new Example("HEAD", path, null, null, false, dependsOnContacts);
    }

    /** Returns the request line and headers, which announce a body of this size. The body is not sent. */
    String head(String token, String mediaType, int bytes) {
        String whole = path.startsWith("/") ? path : "/api/v1/" + path;
        return method + " " + whole.replaceAll("\\{\\w+}", "x")
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: " + bytes + "\r\n\r\n";
    }

    Example ifMatch(String tags) {
        return new Example(method, path, body, tags, writes, dependsOnContacts);
    }

    /** Returns this request as a read, although it has a body. */
    Example onlyReads() {
        return new Example(method, path, body, ifMatch, false, dependsOnContacts);
    }

    /** Returns this request as one that is refused to viewers although it reads. */
    Example refusedToViewers() {
        return new Example(method, path, body, ifMatch, true, dependsOnContacts);
    }

    /** Returns this request as one whose response does not depend on the contacts. */
    Example whateverContactsThereAre() {
        return new Example(method, path, body, ifMatch, writes, false);
    }

    /** Returns this request as one for administrators only, whose response does not depend on the contacts. */
    Example onlyForAdministrators() {
        return new Example(method, path, body, ifMatch, true, false);
    }

    /** Sends the request with these ids for the placeholders. */
    Reply send(ApiClient client, Map<String, String> ids) {
        ApiClient matching = ifMatch == null ? client : client.with("If-Match", ifMatch);
        ApiClient sending = Upload.isForm(body) ? matching.with("Content-Type", Upload.TYPE) : matching;
        return sending.call(method, filled(path, ids), body == null ? null : filled(body, ids));
    }

    /** Returns whether the response says that the request is forbidden, in the error format of its API. */
    boolean isForbiddenBy(Reply reply) {
        if (reply.status() != 403) {
            return false;
        }
        if (path.contains("/client-contact")) {
            return reply.text("success").equals("false");
        }
        if (path.startsWith("/contacts") || path.startsWith("/companies")) {
            return reply.text("detail").equals("Not enough permissions");
        }
        return path.startsWith("/")
                ? reply.text("errors").equals("You do not have Permission to perform this action")
                : reply.text("error").equals("FORBIDDEN");
    }

    /** Returns whether the API of this request distinguishes malformed ids from unknown ones. */
    boolean tellsMalformedIds() {
        return path.startsWith("/contacts");
    }

    boolean names(String id) {
        String placeholder = "{" + id + "}";
        return path.contains(placeholder) || (body != null && body.contains(placeholder));
    }

    /** Returns the route that serves the request, such as {@code GET /api/v1/contacts/{id}}. Literal segments win. */
    Optional<String> routeAmong(Collection<String> routes) {
        String whole = path.startsWith("/") ? path : "/api/v1/" + path;
        String asked = method + " " + whole.replaceAll("\\?.*", "");
        return routes.stream()
                .filter(route -> asked.matches(route.replaceAll("\\{\\w+}", "[^/]+")))
                .min(Comparator.comparingLong(
                        route -> route.chars().filter(c -> c == '{').count()));
    }

    @Override
    public String toString() {
        return method + " " + path + (body == null ? "" : " " + body);
    }

    private static String filled(String text, Map<String, String> ids) {
        String filled = text;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled;
    }
}
