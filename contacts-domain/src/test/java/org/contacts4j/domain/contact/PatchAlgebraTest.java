package org.contacts4j.domain.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.patch.Change;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;

final class PatchAlgebraTest {

    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    /** Fields that are neither views of, nor composed of, other fields. */
    private static final List<Field<Contact, String>> INDEPENDENT = List.of(
            ContactField.NAME,
            ContactField.CODE,
            ContactField.TITLE,
            ContactField.DEPARTMENT,
            ContactField.SOURCE,
            ContactField.NOTES,
            ContactField.LANGUAGE,
            ContactField.COMPANY_NAME,
            ContactField.EMAIL,
            ContactField.MOBILE_PHONE);

    @Property
    void changesNothingByAnEmptyPatch(@ForAll("patches") Patch<Contact> fields) {
        Contact contact = create(fields);
        assertThat(apply(contact, Patch.empty())).isSameAs(contact);
    }

    @Property
    void changesNothingByApplyingAPatchAgain(
            @ForAll("patches") Patch<Contact> fields, @ForAll("patches") Patch<Contact> patch) {
        Contact once = apply(create(fields), patch);
        assertThat(apply(once, patch)).isSameAs(once);
    }

    @Property
    void appliesDisjointPatchesInAnyOrder(
            @ForAll("patches") Patch<Contact> fields,
            @ForAll("patches") Patch<Contact> one,
            @ForAll("patches") Patch<Contact> other) {
        Assume.that(INDEPENDENT.stream().noneMatch(field -> one.touches(field) && other.touches(field)));
        Assume.that(!one.touches(ContactField.CUSTOM_FIELDS) || !other.touches(ContactField.CUSTOM_FIELDS));
        Contact contact = create(fields);
        Contact there = apply(apply(contact, one), other);
        Contact back = apply(apply(contact, other), one);
        assertThat(ContactField.all()).noneMatch(field -> field.differs(there, back));
    }

    @Property
    void refusesWhateverIsSentByInvalidAlone(@ForAll("fields") Field<Contact, String> field, @ForAll String anything) {
        @Nullable
        Throwable thrown =
                catchThrowable(() -> create(Patch.of(ContactField.NAME, "Ada").set(field, anything)));
        assertThat(thrown == null || thrown instanceof ContactsFailure.Invalid).isTrue();
    }

    @Provide
    Arbitrary<Field<Contact, String>> fields() {
        return Arbitraries.of(INDEPENDENT);
    }

    @Provide
    Arbitrary<Patch<Contact>> patches() {
        Arbitrary<Integer> values = Arbitraries.integers().between(0, 3);
        return fields().flatMap(field -> values.map(value -> Tuple.of(field, value)))
                .list()
                .ofMaxSize(6)
                .flatMap(changes -> customFields().map(custom -> {
                    Patch<Contact> patch = custom;
                    for (Tuple.Tuple2<Field<Contact, String>, Integer> change : changes) {
                        patch = patch.and(change.get1(), change(change.get1(), change.get2()));
                    }
                    return patch;
                }));
    }

    private static Arbitrary<Patch<Contact>> customFields() {
        Patch<Contact> none = Patch.empty();
        return Arbitraries.maps(Arbitraries.of("a", "b"), Arbitraries.of(1L, 2L))
                .map(values -> values.isEmpty() ? none : none.set(ContactField.CUSTOM_FIELDS, Map.copyOf(values)));
    }

    /** Always sets the name, which is required, and views, because clearing a view exposes the next entry. */
    private static Change<String> change(Field<Contact, String> field, int value) {
        boolean alwaysSet = field == ContactField.NAME || field.isView();
        if (value == 0 && !alwaysSet) {
            return Change.clear();
        }
        return Change.set(field == ContactField.EMAIL ? value + "@example.org" : "value " + value);
    }

    private static Contact create(Patch<Contact> fields) {
        Patch<Contact> named = fields.touches(ContactField.NAME) ? fields : fields.set(ContactField.NAME, "Ada");
        return Contact.create(new ContactId(new UUID(1, 1)), new OrganizationId("home"), named, null, NOON);
    }

    private static Contact apply(Contact contact, Patch<Contact> patch) {
        return contact.apply(patch, null, NOON);
    }
}
