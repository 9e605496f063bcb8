package org.contacts4j.contract.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Store;
import org.contacts4j.application.customfield.CustomFieldService;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.contact.ContactFixture;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.ContactsFailure.DuplicateKey;
import org.contacts4j.domain.ContactsFailure.Forbidden;
import org.contacts4j.domain.ContactsFailure.InconvertibleValues;
import org.contacts4j.domain.ContactsFailure.Invalid;
import org.contacts4j.domain.ContactsFailure.NotFound;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.id.CustomFieldId;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.organization.DataScope;
import org.contacts4j.domain.organization.Role;
import org.contacts4j.domain.patch.Patch;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link CustomFieldService} and the folder service with a real store. */
public interface CustomFieldServiceContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void putsANewFieldBehindTheOthers() {
        TestOrganization home = TestOrganization.in(store());
        CustomField first = define(home, aField("zebra"));
        CustomField second = define(home, aField("ape"));
        assertThat(fields(home).list(home.viewer())).containsExactly(first, second);
        assertThat(fields(home).get(home.viewer(), second.id())).isEqualTo(second);
    }

    @Test
    default void refusesATakenKey() {
        TestOrganization home = TestOrganization.in(store());
        define(home, aField("plan"));
        assertThatThrownBy(() -> define(home, aField("plan").ofType(CustomFieldType.NUMBER)))
                .isInstanceOf(DuplicateKey.class);
    }

    @Test
    default void letsOneOfManyDefineAKey() {
        TestOrganization home = TestOrganization.in(store());
        List<Throwable> failures = Parallel.failuresOf(16, i -> define(home, aField("plan")));
        assertThat(failures).hasSize(15).hasOnlyElementsOfType(DuplicateKey.class);
        assertThat(fields(home).list(home.admin())).hasSize(1);
    }

    @Test
    default void isOnlyForAdministratorsWhoSeeEverything() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = define(home, aField("plan"));
        Caller restricted = new Caller(home.id(), new MemberId("some"), Role.ADMIN, DataScope.ASSIGNED);
        Patch<CustomField> rename = Patch.of(CustomFieldProperty.LABEL, "Tariff");
        for (Caller caller : List.of(home.ada(), home.viewer(), restricted)) {
            assertThatThrownBy(() -> fields(home).create(caller, aField("x").properties()))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fields(home).update(caller, plan.id(), rename))
                    .isInstanceOf(Forbidden.class);
            assertThatThrownBy(() -> fields(home).remove(caller, plan.id())).isInstanceOf(Forbidden.class);
        }
        assertThat(fields(home).list(home.restricted("bo"))).containsExactly(plan);
    }

    @Test
    default void knowsNoFieldOfAnotherOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        CustomFieldId plan = define(home, aField("plan")).id();
        assertThatThrownBy(() -> fields(outsider).get(outsider.admin(), plan)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fields(outsider).update(outsider.admin(), plan, Patch.empty()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> fields(outsider).remove(outsider.admin(), plan))
                .isInstanceOf(NotFound.class);
        assertThat(fields(home).list(home.admin())).hasSize(1);
    }

    @Test
    default void renamesAndArchivesWithoutTouchingValues() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = define(home, aField("plan"));
        Contact ada = home.keep(with("plan", "gold"));
        Patch<CustomField> patch =
                Patch.of(CustomFieldProperty.LABEL, "Tariff").set(CustomFieldProperty.ARCHIVED, true);
        CustomField changed = fields(home).update(home.admin(), plan.id(), patch);
        assertThat(changed.label()).isEqualTo("Tariff");
        assertThat(changed.archived()).isTrue();
        assertThat(home.get(ada.id())).isEqualTo(ada);
    }

    @Test
    default void refusesAnotherKey() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = define(home, aField("plan"));
        assertThatThrownBy(
                        () -> fields(home).update(home.admin(), plan.id(), Patch.of(CustomFieldProperty.KEY, "tariff")))
                .isInstanceOf(Invalid.class);
    }

    @Test
    default void bringsValuesBackWithTheField() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = define(home, aField("plan"));
        Contact ada = home.keep(with("plan", "gold"));
        fields(home).remove(home.admin(), plan.id());
        assertThat(home.get(ada.id()).customFields()).isEmpty();
        CustomField again = define(home, aField("plan"));
        assertThat(home.get(ada.id())).isEqualTo(ada);
        assertThat(fields(home).list(home.admin())).containsExactly(again);
    }

    @Test
    default void convertsTheValuesToANewType() {
        TestOrganization home = TestOrganization.in(store());
        CustomField size = define(home, aField("size"));
        Contact ada = home.keep(with("size", " 12.50 "));
        Contact bo = home.keep(with("size", 7L));
        Contact blank = home.keep(with("size", " "));
        fields(home).update(home.admin(), size.id(), Patch.of(CustomFieldProperty.TYPE, CustomFieldType.NUMBER));
        assertThat(home.get(ada.id()).customFields()).isEqualTo(Map.of("size", new BigDecimal("12.5")));
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(2);
        assertThat(home.eventsSinceCreation(ada.id())).hasSize(1);
        assertThat(home.get(bo.id())).isEqualTo(bo);
        assertThat(home.get(blank.id()).customFields()).isEmpty();
    }

    @Test
    default void changesNothingWhenAValueWouldNotConvert() {
        TestOrganization home = TestOrganization.in(store());
        CustomField size = define(home, aField("size"));
        Contact ada = home.keep(with("size", "12"));
        home.keep(with("size", "large"));
        home.keep(with("size", "12 kg"));
        Patch<CustomField> toNumber = Patch.of(CustomFieldProperty.TYPE, CustomFieldType.NUMBER);
        assertThatThrownBy(() -> fields(home).update(home.admin(), size.id(), toNumber))
                .isInstanceOf(InconvertibleValues.class)
                .hasMessageStartingWith("2 contacts have values under size");
        assertThat(home.get(ada.id())).isEqualTo(ada);
        assertThat(fields(home).get(home.admin(), size.id())).isEqualTo(size);
    }

    @Test
    default void holdsValuesToTheTypeWhenTheirKeyIsDefined() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(with("size", "12"));
        Contact bo = home.keep(with("plan", "GOLD"));
        define(home, aField("size").ofType(CustomFieldType.NUMBER));
        define(home, aField("plan").offering("Silver", "Gold"));
        assertThat(home.get(ada.id()).customFields()).isEqualTo(Map.of("size", 12L));
        assertThat(home.get(bo.id()).customFields()).isEqualTo(Map.of("plan", "Gold"));
        home.keep(with("late", "yesterday"));
        assertThatThrownBy(() -> define(home, aField("late").ofType(CustomFieldType.DATE)))
                .isInstanceOf(InconvertibleValues.class);
        assertThat(fields(home).list(home.admin())).hasSize(2);
    }

    @Test
    default void defineAgainWithAnotherTypeConvertsOrRefuses() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(with("size", "12"));
        fields(home).remove(home.admin(), define(home, aField("size")).id());
        assertThatThrownBy(() -> define(home, aField("size").ofType(CustomFieldType.BOOLEAN)))
                .isInstanceOf(InconvertibleValues.class);
        assertThat(home.get(ada.id()).hiddenFields()).isEqualTo(Map.of("size", "12"));
        define(home, aField("size").ofType(CustomFieldType.NUMBER));
        assertThat(home.get(ada.id()).customFields()).isEqualTo(Map.of("size", 12L));
    }

    @Test
    default void convertsMoreValuesThanAreReadAtOnce() {
        TestOrganization home = TestOrganization.in(store());
        CustomField size = define(home, aField("size"));
        home.keepAll(IntStream.range(0, 2_100)
                .mapToObj(i -> with("size", String.valueOf(i)))
                .toArray(ContactFixture[]::new));
        fields(home).update(home.admin(), size.id(), Patch.of(CustomFieldProperty.TYPE, CustomFieldType.NUMBER));
        long texts = home.page(PageRequest.first(3_000)).items().stream()
                .filter(contact -> contact.customFields().get("size") instanceof String)
                .count();
        assertThat(texts).isZero();
    }

    @Test
    default void filesFieldsInFoldersThatAreThere() {
        TestOrganization home = TestOrganization.in(store());
        CustomFieldFolder sales =
                home.contacts4j().customFieldFolders().create(home.admin(), Patch.of(FolderProperty.NAME, " Sales "));
        CustomField plan = define(home, aField("plan").in(sales.id()));
        assertThat(sales.name()).isEqualTo("Sales");
        Invalid refusal = catchThrowableOfType(
                Invalid.class, () -> define(home, aField("not a key").in(new CustomFieldFolderId(UUID.randomUUID()))));
        assertThat(refusal.faults())
                .extracting(org.contacts4j.domain.validation.Fault::field)
                .containsExactlyInAnyOrder("folder", "key");
        home.contacts4j().customFieldFolders().remove(home.admin(), sales.id());
        assertThat(fields(home).get(home.admin(), plan.id())).isEqualTo(plan.withoutFolder());
    }

    @Test
    default void foldersAreChangedByAdministratorsAlone() {
        TestOrganization home = TestOrganization.in(store());
        var folders = home.contacts4j().customFieldFolders();
        CustomFieldFolder first = folders.create(home.admin(), Patch.of(FolderProperty.NAME, "One"));
        CustomFieldFolder second = folders.create(home.admin(), Patch.of(FolderProperty.NAME, "Two"));
        Patch<CustomFieldFolder> toFront = Patch.of(FolderProperty.POSITION, -1);
        assertThatThrownBy(() -> folders.update(home.ada(), second.id(), toFront))
                .isInstanceOf(Forbidden.class);
        assertThatThrownBy(() -> folders.remove(home.ada(), second.id())).isInstanceOf(Forbidden.class);
        folders.update(home.admin(), second.id(), toFront);
        assertThat(folders.list(home.viewer()))
                .extracting(CustomFieldFolder::name)
                .containsExactly("Two", "One");
        TestOrganization outsider = TestOrganization.in(store());
        assertThatThrownBy(() -> folders.remove(outsider.admin(), first.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> folders.update(outsider.admin(), first.id(), toFront))
                .isInstanceOf(ContactsFailure.NotFound.class);
    }

    private static ContactFixture with(String key, Object value) {
        return aContact().withId(UUID.randomUUID()).with(ContactField.CUSTOM_FIELDS, Map.of(key, value));
    }

    private static CustomField define(TestOrganization home, CustomFieldFixture field) {
        return fields(home).create(home.admin(), field.properties());
    }

    private static CustomFieldService fields(TestOrganization home) {
        return home.contacts4j().customFields();
    }
}
