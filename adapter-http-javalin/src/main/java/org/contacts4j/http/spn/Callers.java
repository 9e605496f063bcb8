package org.contacts4j.http.spn;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.http.auth.Authentication;

/**
 * The callers that a request is tried for. The first is the member that the token identifies. If that member does not
 * find the record, the public caller of each other open organization follows. A token therefore adds to what is public.
 * In the member's own organization only the token counts.
 */
final class Callers {

    private final List<OrganizationId> open;

    Callers(List<OrganizationId> open) {
        this.open = open;
    }

    /** Returns the first result found. */
    <T> Optional<T> find(Context ctx, Function<Caller, Optional<T>> search) {
        return all(ctx).map(search).flatMap(Optional::stream).findFirst();
    }

    /** Runs the work for each caller until one does not fail with {@code absent}. Throws the last caller's failure. */
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
        Stream<Caller> anonymous = open.stream()
                .filter(organization ->
                        member.isEmpty() || !organization.equals(member.get().organization()))
                .map(Caller::anonymous);
        return Stream.concat(member.stream(), anonymous);
    }
}
