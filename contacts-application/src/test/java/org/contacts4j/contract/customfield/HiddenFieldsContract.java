package org.contacts4j.contract.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.TestOrganization.ALL;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.id.ContactId;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of values under keys of deleted custom fields: they are hidden, and never lost. */
public interface HiddenFieldsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void hidesValuesWhereverContactsAreRead() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(withValues(aContact(), Map.of("plan", "gold", "size", 5L)));
        Contact report = home.keep(withValues(aContact().reportingTo(ada), Map.of("plan", "gold")));
        delete(home, home.keep(aField("plan")));
        home.write(tx -> {
            assertThat(shown(tx.contacts().find(home.id(), ALL, ada.id()).stream()
                            .toList()))
                    .containsExactly(Map.of("size", 5L));
            assertThat(shown(tx.contacts().lock(home.id(), ALL, ada.id()).stream()
                            .toList()))
                    .containsExactly(Map.of("size", 5L));
            assertThat(shown(tx.contacts().lockReportsTo(home.id(), ada.id(), 9)))
                    .containsExactly(Map.of());
        });
        assertThat(shown(home.page(PageRequest.first(9)).items()))
                .containsExactlyInAnyOrder(Map.of("size", 5L), Map.of());
        assertThat(home.get(report.id()).hiddenFields()).isEqualTo(Map.of("plan", "gold"));
    }

    @Test
    default void keepsHiddenValuesThroughChangesOfOthers() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(withValues(aContact(), Map.of("plan", "gold", "size", 5L)));
        CustomField plan = home.keep(aField("plan"));
        delete(home, plan);
        home.change(home.get(ada.id()), Patch.of(ContactField.CUSTOM_FIELDS, Map.of("size", 6L)));
        home.change(home.get(ada.id()), Patch.<Contact>empty().clear(ContactField.CUSTOM_FIELDS));
        assertThat(home.get(ada.id()).customFields()).isEmpty();
        home.write(tx -> tx.customFields().release(home.id(), "plan"));
        assertThat(home.get(ada.id()).customFields()).isEqualTo(Map.of("plan", "gold"));
        assertThat(home.get(ada.id()).hiddenFields()).isEmpty();
    }

    @Test
    default void hidesNothingOfOtherOrganizations() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization other = TestOrganization.in(store());
        Contact ada = other.keep(withValues(aContact(), Map.of("plan", "gold")));
        delete(home, home.keep(aField("plan")));
        assertThat(other.get(ada.id())).isEqualTo(ada);
    }

    @Test
    default void goesThroughAllContactsWithAValueById() {
        TestOrganization home = TestOrganization.in(store());
        List<UUID> ids = TestOrganization.orderedIds(4);
        home.keep(withValues(aContact().withId(ids.get(0)), Map.of("plan", "gold")));
        home.keep(withValues(aContact().withId(ids.get(1)), Map.of("inner", Map.of("plan", "x"), "Plan", 1L)));
        home.keep(aContact().withId(ids.get(2)));
        home.keep(withValues(aContact().withId(ids.get(3)), Map.of("plan", false)));
        TestOrganization.in(store()).keep(withValues(aContact(), Map.of("plan", "gold")));
        assertThat(walk(home, "plan", 1)).containsExactly(ids.get(0), ids.get(3));
        assertThat(walk(home, "plan", 3)).containsExactly(ids.get(0), ids.get(3));
        assertThat(walk(home, "plan", 9)).containsExactly(ids.get(0), ids.get(3));
        assertThat(walk(home, "none", 1)).isEmpty();
    }

    private static List<UUID> walk(TestOrganization home, String key, int limit) {
        return home.writing(tx -> {
            List<UUID> found = new java.util.ArrayList<>();
            @Nullable ContactId after = null;
            List<Contact> batch = tx.contacts().lockWithCustomField(home.id(), key, after, limit);
            while (!batch.isEmpty()) {
                assertThat(batch).hasSizeLessThanOrEqualTo(limit);
                batch.forEach(contact -> found.add(contact.id().value()));
                after = batch.get(batch.size() - 1).id();
                batch = tx.contacts().lockWithCustomField(home.id(), key, after, limit);
            }
            return found;
        });
    }

    private static List<Map<String, @Nullable Object>> shown(List<Contact> contacts) {
        return contacts.stream().map(Contact::customFields).toList();
    }

    private static ContactFixture withValues(ContactFixture contact, Map<String, @Nullable Object> values) {
        return contact.with(ContactField.CUSTOM_FIELDS, values);
    }

    private static void delete(TestOrganization home, CustomField field) {
        home.write(tx -> tx.customFields().delete(home.id(), field.id()));
    }
}
