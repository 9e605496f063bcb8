package org.contacts4j.http.spn;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.Authentication;

/**
 * For whom a request is tried: for the member who showed a token, and what is not there for them, for anybody in each open
 * organisation but their own. So a token adds to what everybody can do, and at home it counts alone.
 */
final class Callers {

    private final List<OrganizationId> open;

    Callers(List<OrganizationId> open) {
        this.open = open;
    }

    /** What is found first. */
    <T> Optional<T> find(Context ctx, Function<Caller, Optional<T>> search) {
        return all(ctx).map(search).flatMap(Optional::stream).findFirst();
    }

    /** What is done for the first for whom {@code absent} is not the answer. */
    <T> T perform(Context ctx, Class<? extends ContactsFailure> absent, Function<Caller, T> work) {
        List<Caller> callers = all(ctx).toList();
        for (Caller caller : callers.subList(0, callers.size() - 1)) {
            try {
                return work.apply(caller);
            } catch (ContactsFailure e) {
                if (!absent.isInstance(e)) {
                    throw e;
                }
            }
        }
        return work.apply(callers.get(callers.size() - 1));
    }

    private Stream<Caller> all(Context ctx) {
        Optional<Caller> member = Authentication.findCaller(ctx);
        Stream<Caller> anybody = open.stream()
                .filter(organization ->
                        member.isEmpty() || !organization.equals(member.get().organization()))
                .map(Caller::anybody);
        return Stream.concat(member.stream(), anybody);
    }
}
