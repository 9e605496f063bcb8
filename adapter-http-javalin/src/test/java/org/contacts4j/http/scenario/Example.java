package org.contacts4j.http.scenario;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that shows what a route does; {@code {contact}} and the like stand for ids of the {@link World} it is played
 * in.
 *
 * @param ifMatch the header of this name; null sends none
 * @param writes whether a viewer may not do it, as a rule since it writes
 * @param dependsOnContacts whether those who see every contact are answered differently when there is one more
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

    /** Sends a form with a file. */
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

    /** The same without the answer's body. */
    Example head() {
        return new Example("HEAD", path, null, null, false, dependsOnContacts);
    }

    /** The head of the request, as it is sent, with a body announced that is not sent. */
    String head(String token, String mediaType, int bytes) {
        String whole = path.startsWith("/") ? path : "/api/v1/" + path;
        return method + " " + whole.replaceAll("\\{\\w+}", "x")
                + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\nContent-Type: " + mediaType
                + "\r\nContent-Length: " + bytes + "\r\n\r\n";
    }

    Example ifMatch(String tags) {
        return new Example(method, path, body, tags, writes, dependsOnContacts);
    }

    /** This one, which only reads although it has a body. */
    Example onlyReads() {
        return new Example(method, path, body, ifMatch, false, dependsOnContacts);
    }

    /** This one, whose answer is the same whatever contacts there are: nothing is hidden from anybody. */
    Example whateverContactsThereAre() {
        return new Example(method, path, body, ifMatch, writes, false);
    }

    /** This one, which administrators alone may ask, and which is the same whatever contacts there are. */
    Example onlyForAdministrators() {
        return new Example(method, path, body, ifMatch, true, false);
    }

    /** Sends it, with the ids filled in. */
    Reply send(ApiClient client, Map<String, String> ids) {
        ApiClient matching = ifMatch == null ? client : client.with("If-Match", ifMatch);
        ApiClient sending = Upload.isForm(body) ? matching.with("Content-Type", Upload.TYPE) : matching;
        return sending.call(method, filled(path, ids), body == null ? null : filled(body, ids));
    }

    /** Whether this is how the API that it asks says that something is not allowed. */
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

    /** Whether the API that it asks tells ids that are none from those of nothing. */
    boolean tellsMalformedIds() {
        return path.startsWith("/contacts");
    }

    boolean names(String id) {
        String placeholder = "{" + id + "}";
        return path.contains(placeholder) || (body != null && body.contains(placeholder));
    }

    /** Which of the routes, such as {@code GET /api/v1/contacts/{id}}, answers it: literal segments win. */
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
