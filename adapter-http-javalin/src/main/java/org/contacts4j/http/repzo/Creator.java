package org.contacts4j.http.repzo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.member.Member.Profile;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.validation.Faults;
import org.contacts4j.json.ValueReader;
import org.contacts4j.json.ValueReaders;
import org.jspecify.annotations.Nullable;

/** The creator or editor of a contact: its id, its names and its type. Clients may send one. */
final class Creator {

    private static final String TYPE = "type";
    private static final String ADMIN = "admin";
    private static final String REP = "rep";
    private static final String CLIENT = "client";
    private static final List<String> TYPES = List.of(ADMIN, REP, CLIENT);

    /** Reads a creator of one of the three types on Repzo's API page. The value is stored unchanged. */
    static final ValueReader<Map<String, @Nullable Object>> KIND = (json, field, faults) -> {
        @Nullable Map<String, @Nullable Object> sent = ValueReaders.DATA.read(json, field, faults);
        if (sent != null) {
            check(sent, field, faults);
        }
        return sent;
    };

    private Creator() {}

    /** Returns the caller, with the names in its token. */
    static Map<String, Object> of(Caller caller, Profile profile) {
        String id = caller.member().value();
        String username = Stream.of(profile.email(), profile.name())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(id);
        return described(
                id,
                username,
                Optional.ofNullable(profile.name()).orElse(username),
                caller.role() == Role.ADMIN ? ADMIN : REP);
    }

    /**
     * Returns the creator of a contact that was created through another API; the organization where no member created
     * it.
     */
    static Map<String, Object> of(Contact contact) {
        @Nullable MemberId member = contact.revision().createdBy();
        String id = member == null ? contact.organizationId().value() : member.value();
        return described(id, id, id, member == null ? CLIENT : REP);
    }

    private static Map<String, Object> described(String id, String username, String name, String type) {
        Map<String, Object> creator = new LinkedHashMap<>();
        creator.put("_id", id);
        creator.put("username", username);
        creator.put("name", name);
        creator.put(TYPE, type);
        return creator;
    }

    private static void check(Map<String, @Nullable Object> sent, String field, Faults faults) {
        for (String member : List.of("_id", "username", "name")) {
            @Nullable Object value = sent.get(member);
            if (value != null) {
                ValueReaders.TEXT.read(value, field, faults.member(member));
            }
        }
        if (!(sent.get(TYPE) instanceof String type) || !TYPES.contains(type)) {
            faults.member(TYPE).add(field, "must be one of " + String.join(", ", TYPES));
        }
    }
}
