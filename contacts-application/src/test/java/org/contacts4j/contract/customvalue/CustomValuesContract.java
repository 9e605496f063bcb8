package org.contacts4j.contract.customvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.TestOrganization.LATER;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.customvalue.CustomValueService;
import org.contacts4j.contract.CompleteRecords;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure.ContactNotFound;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.customvalue.CustomValue;
import org.contacts4j.domain.customvalue.Template.Rendered;
import org.junit.jupiter.api.Test;

/**
 * Contract tests of {@link org.contacts4j.application.customvalue.CustomValues} and their service with a real store.
 */
public interface CustomValuesContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void listsValuesByKey() {
        TestOrganization home = TestOrganization.in(store());
        CustomValue awkward = CustomValue.of("b_2", CompleteRecords.AWKWARD, LATER);
        CustomValue empty = CustomValue.of("B", "", LATER);
        CustomValue dotted = CustomValue.of("a.b-c", "x", LATER);
        home.write(tx ->
                List.of(awkward, empty, dotted).forEach(v -> tx.customValues().insert(home.id(), v)));
        assertThat(values(home)).containsExactly(empty, dotted, awkward);
    }

    @Test
    default void keepsAndForgetsValues() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(service(home).save(home.ada(), "sender", "Ada").created()).isTrue();
        CustomValueService.Saved second = service(home).save(home.ada(), "sender", "Charles");
        assertThat(second.created()).isFalse();
        assertThat(service(home).list(home.viewer())).containsExactly(second.value());
        service(home).remove(home.ada(), "sender");
        assertThat(service(home).list(home.ada())).isEmpty();
        for (String key : List.of("sender", "", "\u0000", "ä")) {
            assertThatThrownBy(() -> service(home).remove(home.ada(), key)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    default void keepsTheLastOfManyValuesUnderOneKey() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(Parallel.failuresOf(16, i -> service(home).save(home.ada(), "sender", "Ada " + i)))
                .isEmpty();
        assertThat(values(home)).hasSize(1);
    }

    @Test
    default void refusesWhatIsNoKeyOrTooLong() {
        TestOrganization home = TestOrganization.in(store());
        assertThatThrownBy(() -> service(home).save(home.ada(), "a b", "x".repeat(20_001)))
                .isInstanceOfSatisfying(
                        Invalid.class, refusal -> assertThat(refusal.faults()).hasSize(2));
        assertThatThrownBy(() -> service(home).save(home.ada(), "k", "\u0000")).isInstanceOf(Invalid.class);
        assertThat(values(home)).isEmpty();
    }

    @Test
    default void keepsNoMoreThanTheMost() {
        TestOrganization home = TestOrganization.in(store());
        home.write(tx -> {
            for (int i = 0; i < CustomValue.MAX_VALUES; i++) {
                tx.customValues().insert(home.id(), CustomValue.of("key" + i, "x", LATER));
            }
        });
        assertThatThrownBy(() -> service(home).save(home.ada(), "more", "x")).isInstanceOf(Invalid.class);
        assertThat(service(home).save(home.ada(), "key7", "y").created()).isFalse();
    }

    @Test
    default void isChangedOnlyByThoseWhoMayWrite() {
        TestOrganization home = TestOrganization.in(store());
        service(home).save(home.ada(), "sender", "Ada");
        assertThatThrownBy(() -> service(home).save(home.viewer(), "sender", "x"))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> service(home).remove(home.viewer(), "sender")).isInstanceOf(Forbidden.class);
        assertThat(values(home)).hasSize(1);
    }

    @Test
    default void keepsOrganizationsApart() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        service(home).save(home.ada(), "sender", "Ada");
        assertThat(values(outsider)).isEmpty();
        assertThatThrownBy(() -> service(outsider).remove(outsider.ada(), "sender"))
                .isInstanceOf(NotFound.class);
        assertThat(service(outsider).save(outsider.ada(), "sender", "Bo").created())
                .isTrue();
        assertThat(values(home)).extracting(CustomValue::value).containsExactly("Ada");
    }

    @Test
    default void fillsATemplate() {
        TestOrganization home = TestOrganization.in(store());
        service(home).save(home.ada(), "sender", "Charles");
        home.keep(aField("plan"));
        Contact ada = home.keep(aContact().named("Ada Lovelace"));
        String template = "{{contact.name}} {{contact.custom.plan}}{{custom_values.sender}} {{contact.shoes}}";
        assertThat(service(home).render(home.viewer(), template, ada.id()))
                .isEqualTo(new Rendered("Ada Lovelace Charles {{contact.shoes}}", List.of("contact.shoes")));
        assertThat(service(home).render(home.viewer(), "{{custom_values.sender}}", null))
                .isEqualTo(new Rendered("Charles", List.of()));
    }

    @Test
    default void fillsNoTemplateWithAContactThatCannotBeSeen() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().assignedTo("al"));
        assertThatThrownBy(() -> service(home).render(home.restricted("bo"), "{{contact.name}}", ada.id()))
                .isInstanceOf(ContactNotFound.class);
        TestOrganization outsider = TestOrganization.in(store());
        assertThatThrownBy(() -> service(home).render(outsider.ada(), "x", ada.id()))
                .isInstanceOf(ContactNotFound.class);
        assertThat(service(home)
                        .render(home.restricted("al"), "{{contact.name}}", ada.id())
                        .text())
                .isEqualTo("Somebody");
    }

    private static List<CustomValue> values(TestOrganization home) {
        return home.read(tx -> tx.customValues().list(home.id()));
    }

    private static CustomValueService service(TestOrganization home) {
        return home.contacts4j().customValues();
    }
}
