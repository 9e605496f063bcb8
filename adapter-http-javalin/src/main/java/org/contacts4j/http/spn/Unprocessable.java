package org.contacts4j.http.spn;

import io.javalin.http.Handler;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.http.server.response.Responses;
import org.contacts4j.json.Json;
import org.contacts4j.json.Printable;
import org.jspecify.annotations.Nullable;

/**
 * The request contains invalid values. This is not a {@code ContactsFailure}, since the domain's validation errors do
 * not contain the values. FastAPI's responses repeat them.
 */
final class Unprocessable extends RuntimeException {

    private static final int MAX_SCALE = 100;

    /** The maximum length of a repeated value. The location of a problem identifies the value as well. */
    private static final int MAX_ECHO = 200;

    private static final Json.Writer<ProblemsJson> PROBLEMS = Json.writerOf(ProblemsJson.class);

    private final transient List<Problem> problems;

    Unprocessable(List<Problem> problems) {
        super(null, null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** Returns a handler that runs the route and answers this exception with 422. */
    static Handler answered(Handler route) {
        return ctx -> {
            try {
                route.handle(ctx);
            } catch (Unprocessable e) {
                Responses.json(ctx, 422, json(e.problems));
            }
        };
    }

    static byte[] json(List<Problem> problems) {
        return PROBLEMS.write(
                new ProblemsJson(problems.stream().map(Unprocessable::printable).toList()));
    }

    private static Problem printable(Problem problem) {
        @Nullable Object input = printable(Json.echo(problem.input(), MAX_ECHO));
        return new Problem(problem.type(), problem.loc(), problem.msg(), input, problem.ctx());
    }

    /**
     * Returns a value that is safe to repeat in JSON: without halves of surrogate pairs, overlong texts or numbers of a
     * million digits.
     */
    private static @Nullable Object printable(@Nullable Object sent) {
        if (sent instanceof String text) {
            return Printable.of(text);
        }
        if (sent instanceof BigDecimal number && Math.abs((long) number.scale()) > MAX_SCALE) {
            return number.toString();
        }
        if (sent instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(printable(item)));
            return items;
        }
        if (sent instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            object.forEach((name, value) -> members.put(Printable.of(String.valueOf(name)), printable(value)));
            return members;
        }
        return sent;
    }

    private record ProblemsJson(List<Problem> detail) {}
}
