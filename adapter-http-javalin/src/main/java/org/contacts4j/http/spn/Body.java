package org.contacts4j.http.spn;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.contacts4j.http.server.body.Bodies;
import org.contacts4j.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Reader of request bodies. A missing body, a body that is not an object and invalid JSON are reported as by FastAPI.
 */
final class Body {

    private static final String BODY = "body";
    private static final String EXPECTED = "Expecting JSON in UTF-8 without repeated keys";

    private Body() {}

    /**
     * Returns the members of the object in the body.
     *
     * @throws Unprocessable with all problems so far, when the body is not an object
     * @throws org.contacts4j.http.server.error.Refusal when the media type is not JSON
     */
    static Map<?, ?> of(Context ctx, Problems problems) {
        @Nullable Object sent = Bodies.isEmpty(ctx) ? null : parsed(Bodies.json(ctx), problems);
        if (sent instanceof Map<?, ?> object) {
            return object;
        }
        if (sent == null) {
            problems.missing(List.of(BODY), null);
        } else {
            problems.add(
                    new ReceivedValue(sent, List.of(BODY), problems),
                    "model_attributes_type",
                    "Input should be a valid dictionary or object to extract fields from");
        }
        problems.throwIfAny();
        return Map.of();
    }

    private static @Nullable Object parsed(byte[] json, Problems problems) {
        try {
            return Json.parse(json);
        } catch (StreamConstraintsException e) {
            unreadable(json, e.getLocation(), "The body " + Json.problem(e), problems);
        } catch (JsonProcessingException e) {
            unreadable(json, e.getLocation(), EXPECTED, problems);
        } catch (IOException e) {
            unreadable(json, null, EXPECTED, problems);
        }
        problems.throwIfAny();
        return null;
    }

    /** Adds a JSON error. Its position is a number of code points, as Python counts characters. */
    private static void unreadable(byte[] json, @Nullable JsonLocation at, String error, Problems problems) {
        String text = new String(json, StandardCharsets.UTF_8);
        int before = at == null ? 0 : (int) Math.max(0, Math.min(text.length(), at.getCharOffset()));
        int offset = text.codePointCount(0, before);
        Map<String, Object> why = Map.of("error", error);
        problems.add(new Problem("json_invalid", List.of(BODY, offset), "JSON decode error", Map.of(), why));
    }
}
