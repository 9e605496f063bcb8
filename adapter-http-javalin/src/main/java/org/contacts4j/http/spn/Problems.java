package org.contacts4j.http.spn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.domain.validation.Rules;
import org.jspecify.annotations.Nullable;

/** The validation errors of a request, collected for one response. Not thread-safe. */
final class Problems {

    private static final String NO_EMAIL = "One looks like name@example.org.";

    private final List<Problem> found = new ArrayList<>();

    void add(ReceivedValue sent, String type, String msg) {
        add(new Problem(type, sent.loc(), msg, sent.value(), null));
    }

    void add(ReceivedValue sent, String type, String msg, Map<String, Object> ctx) {
        add(new Problem(type, sent.loc(), msg, sent.value(), ctx));
    }

    /** Adds a problem, unless the maximum of {@link Faults#MAX} is reached. */
    void add(Problem problem) {
        if (found.size() < Faults.MAX) {
            found.add(problem);
        }
    }

    /**
     * Adds that a required value is missing.
     *
     * @param whole the value that should contain it
     */
    void missing(List<Object> loc, @Nullable Object whole) {
        add(new Problem("missing", loc, "Field required", whole, null));
    }

    void noEmail(ReceivedValue sent) {
        add(sent, "value_error", "value is not a valid email address: " + NO_EMAIL, Map.of("reason", NO_EMAIL));
    }

    /** Adds a validation error of the domain. */
    void add(ReceivedValue sent, Fault fault) {
        switch (fault.kind()) {
            case MISSING ->
                add(sent, "string_too_short", "String should have at least 1 character", Map.of("min_length", 1));
            case TOO_LONG ->
                add(
                        sent,
                        "string_too_long",
                        "String should have at most " + Rules.TEXT + " characters",
                        Map.of("max_length", Rules.TEXT));
            case NOT_AN_EMAIL -> noEmail(sent);
            case OTHER -> add(sent, "value_error", "Value error, " + fault.message(), Map.of("error", fault.message()));
        }
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new Unprocessable(found);
        }
    }

    /**
     * Runs work that may find further validation errors, which depend on more than single values.
     *
     * @param members the member names of fields that such errors refer to, where they differ
     * @throws Unprocessable when the domain finds validation errors
     */
    <T> T of(Map<?, ?> body, Map<String, String> members, Supplier<T> work) {
        try {
            return work.get();
        } catch (ContactsFailure.Invalid e) {
            for (Fault fault : e.faults()) {
                String member = members.getOrDefault(fault.field(), fault.field());
                add(ReceivedValue.inBody(member, body.get(member), this), fault);
            }
            throw new Unprocessable(found);
        }
    }
}
