package org.contacts4j.contract.customvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactService;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of the custom values that contacts may have, with a real store. */
public interface DefinedValuesContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void keepsValuesInTheFormOfTheirType() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("renewal").ofType(CustomFieldType.DATE));
        home.keep(aField("plan").offering("Gold", "Silver"));
        Contact ada = create(home, Map.of("renewal", "2026-06-03T10:15:30+02:00", "plan", "gold", "free", List.of(1L)));
        assertThat(ada.customFields())
                .isEqualTo(Map.of("renewal", "2026-06-03T08:15:30.000Z", "plan", "Gold", "free", List.of(1L)));
        assertThat(contacts(home).get(home.ada(), ada.id())).isEqualTo(ada);
    }

    @Test
    default void namesEveryFaultOfAContactAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("renewal").ofType(CustomFieldType.DATE));
        home.keep(aField("size").ofType(CustomFieldType.NUMBER));
        Patch<Contact> fields = Patch.of(ContactField.EMAIL, "nonsense")
                .set(ContactField.CUSTOM_FIELDS, Map.of("renewal", "soon", "size", "5", "free", "x"));
        assertThat(faultsOf(() -> contacts(home).create(home.ada(), fields)))
                .containsExactlyInAnyOrder("customFields.renewal", "customFields.size", "email", "name");
    }

    @Test
    default void goesByWhatIsDefinedAtTheMoment() {
        TestOrganization home = TestOrganization.in(store());
        create(home, Map.of("size", "large"));
        create(home, Map.of("size", "small"));
        home.keep(aField("size").ofType(CustomFieldType.NUMBER));
        assertThat(faultsOf(() -> create(home, Map.of("size", "large")))).containsExactly("customFields.size");
        assertThat(create(home, Map.of("size", 5L)).customFields()).isEqualTo(Map.of("size", 5L));
    }

    @Test
    default void namesTheFaultsOfFieldsThatWereJustDefinedWithAllOthers() {
        TestOrganization home = TestOrganization.in(store());
        create(home, Map.of("size", "large"));
        create(home, Map.of("size", "small"));
        home.keep(aField("size").ofType(CustomFieldType.NUMBER));
        Patch<Contact> fields =
                Patch.of(ContactField.EMAIL, "nonsense").set(ContactField.CUSTOM_FIELDS, Map.of("size", "large"));
        assertThat(faultsOf(() -> contacts(home).create(home.ada(), fields)))
                .containsExactlyInAnyOrder("customFields.size", "email", "name");
    }

    @Test
    default void checksOnlyWhatAPatchMentions() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = create(home, Map.of("size", "large"));
        home.keep(aField("size").ofType(CustomFieldType.NUMBER));
        Contact changed = change(home, ada, Patch.of(ContactField.CUSTOM_FIELDS, Map.of("other", 1L)));
        assertThat(changed.customFields()).isEqualTo(Map.of("size", "large", "other", 1L));
    }

    @Test
    default void keepsWhatIsRequiredOnceItIsThere() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("plan").required());
        home.keep(aField("old").required().archived());
        Contact ada = create(home, Map.of("plan", "gold", "old", "x"));
        assertThat(faultsOf(() -> change(home, ada, setting("plan", null)))).containsExactly("customFields.plan");
        assertThat(faultsOf(() -> change(home, ada, setting("plan", "")))).containsExactly("customFields.plan");
        assertThat(faultsOf(() -> change(home, ada, Patch.<Contact>empty().clear(ContactField.CUSTOM_FIELDS))))
                .containsExactly("customFields.plan");
        assertThat(change(home, ada, setting("plan", "silver")).customFields()).containsEntry("plan", "silver");
        assertThat(change(home, ada, setting("old", null)).customFields()).isEqualTo(Map.of("plan", "silver"));
        Contact bo = create(home, Map.of("free", "x"));
        assertThat(change(home, bo, setting("plan", null))).isEqualTo(bo);
    }

    @Test
    default void refusesToWriteUnderTheKeyOfADeletedField() {
        TestOrganization home = TestOrganization.in(store());
        var plan = home.keep(aField("plan"));
        Contact ada = create(home, Map.of("plan", "gold"));
        home.contacts4j().customFields().remove(home.admin(), plan.id());
        Contact hidden = contacts(home).get(home.ada(), ada.id());
        assertThat(faultsOf(() -> change(home, ada, setting("plan", "silver")))).containsExactly("customFields.plan");
        assertThat(faultsOf(() -> create(home, Map.of("plan", "silver")))).containsExactly("customFields.plan");
        assertThat(change(home, ada, setting("plan", null))).isEqualTo(hidden);
        assertThat(hidden.hiddenFields()).isEqualTo(Map.of("plan", "gold"));
    }

    @Test
    default void leavesTheFieldsOfOtherOrganizationsAlone() {
        TestOrganization.in(store()).keep(aField("size").ofType(CustomFieldType.NUMBER));
        TestOrganization home = TestOrganization.in(store());
        assertThat(create(home, Map.of("size", "large")).customFields()).isEqualTo(Map.of("size", "large"));
    }

    private static Patch<Contact> setting(String key, @Nullable Object value) {
        return Patch.of(ContactField.CUSTOM_FIELDS, Collections.singletonMap(key, value));
    }

    private static List<String> faultsOf(Runnable work) {
        return catchThrowableOfType(Invalid.class, work::run).faults().stream()
                .map(Fault::field)
                .toList();
    }

    private static Contact create(TestOrganization home, Map<String, @Nullable Object> values) {
        return contacts(home)
                .create(home.ada(), Patch.of(ContactField.NAME, "Ada").set(ContactField.CUSTOM_FIELDS, values));
    }

    private static Contact change(TestOrganization home, Contact contact, Patch<Contact> patch) {
        return contacts(home).update(home.ada(), contact.id(), patch, Precondition.none());
    }

    private static ContactService contacts(TestOrganization home) {
        return home.contacts4j().contacts();
    }
}
