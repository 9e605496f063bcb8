package org.contacts4j.contract.customfield;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.contacts4j.application.Store;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.customfield.CustomFieldFolder;
import org.contacts4j.domain.customfield.CustomFieldProperty;
import org.contacts4j.domain.customfield.CustomFieldRules;
import org.contacts4j.domain.customfield.CustomFieldType;
import org.contacts4j.domain.customfield.FolderProperty;
import org.contacts4j.domain.id.CustomFieldFolderId;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.validation.Faults;
import org.junit.jupiter.api.Test;

/** Contract tests of {@link org.contacts4j.application.customfield.CustomFieldDefinitions} and the folders. */
public interface CustomFieldDefinitionsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void readsADefinitionAsItWasKept() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = home.keep(aField("plan")
                .offering("Gold", "Silver")
                .required()
                .archived()
                .at(7)
                .in(new CustomFieldFolderId(UUID.randomUUID())));
        home.write(tx -> {
            assertThat(tx.customFields().find(home.id(), plan.id())).contains(plan);
            assertThat(tx.customFields().lock(home.id(), plan.id())).contains(plan);
            assertThat(tx.customFields().findByKey(home.id(), "plan")).contains(plan);
            assertThat(tx.customFields().findByKey(home.id(), "Plan")).isEmpty();
        });
    }

    @Test
    default void listsByPositionAndThenByKey() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("b").at(1));
        home.keep(aField("c").at(0));
        home.keep(aField("a").at(1).archived());
        assertThat(keys(home)).containsExactly("c", "a", "b");
    }

    @Test
    default void tellsTheTypesOfAllKeys() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("renewal").ofType(CustomFieldType.DATE));
        home.keep(aField("plan").offering("gold").archived());
        CustomField gone = home.keep(aField("gone"));
        home.write(tx -> tx.customFields().delete(home.id(), gone.id()));
        assertThat(home.<Map<String, CustomFieldType>>read(
                        tx -> tx.customFields().types(home.id())))
                .isEqualTo(Map.of("renewal", CustomFieldType.DATE, "plan", CustomFieldType.SELECT));
    }

    @Test
    default void keepsAChange() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = home.keep(aField("plan"));
        CustomField renamed = plan.apply(Patch.of(CustomFieldProperty.LABEL, "Tariff"));
        home.write(tx -> tx.customFields().update(home.id(), renamed));
        assertThat(home.find(plan.id())).contains(renamed);
    }

    @Test
    default void refusesAKeyTwice() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = home.keep(aField("plan"));
        assertThatThrownBy(() -> home.keep(aField("plan"))).isInstanceOf(ContactsFailure.Unavailable.class);
        home.write(tx -> tx.customFields().delete(home.id(), plan.id()));
        assertThatThrownBy(() -> home.keep(aField("plan"))).isInstanceOf(ContactsFailure.Unavailable.class);
        assertThat(keys(home)).isEmpty();
    }

    @Test
    default void hidesADeletedDefinitionUntilItsKeyIsReleased() {
        TestOrganization home = TestOrganization.in(store());
        CustomField plan = home.keep(aField("plan"));
        home.write(tx -> tx.customFields().delete(home.id(), plan.id()));
        home.write(tx -> {
            assertThat(tx.customFields().find(home.id(), plan.id())).isEmpty();
            assertThat(tx.customFields().lock(home.id(), plan.id())).isEmpty();
            assertThat(tx.customFields().findByKey(home.id(), "plan")).isEmpty();
            assertThat(faulty(tx.customFields().rules(home.id()), "plan")).containsExactly("customFields.plan");
            assertThat(tx.customFields().release(home.id(), "plan")).contains(plan);
            assertThat(tx.customFields().release(home.id(), "plan")).isEmpty();
            assertThat(faulty(tx.customFields().rules(home.id()), "plan")).isEmpty();
        });
        home.keep(aField("plan"));
        assertThat(keys(home)).containsExactly("plan");
    }

    @Test
    default void givesTheRulesOfAllDefinitions() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aField("age").ofType(CustomFieldType.NUMBER));
        assertThat(faulty(home.read(tx -> tx.customFields().rules(home.id())), "age"))
                .containsExactly("customFields.age");
    }

    @Test
    default void keepsFoldersInOrder() {
        TestOrganization home = TestOrganization.in(store());
        CustomFieldFolder sales = folder("Sales", 2);
        CustomFieldFolder renewals = folder("Renewals", 1);
        home.write(tx ->
                List.of(sales, renewals).forEach(f -> tx.customFieldFolders().insert(home.id(), f)));
        assertThat(folders(home)).containsExactly(renewals, sales);
        CustomFieldFolder first = new CustomFieldFolder(sales.id(), "First", 0);
        home.write(tx -> {
            assertThat(tx.customFieldFolders().lock(home.id(), sales.id())).contains(sales);
            tx.customFieldFolders().update(home.id(), first);
        });
        assertThat(folders(home)).containsExactly(first, renewals);
    }

    @Test
    default void takesDefinitionsOutOfAFolderThatGoes() {
        TestOrganization home = TestOrganization.in(store());
        CustomFieldFolder folder = folder("Sales", 0);
        home.write(tx -> tx.customFieldFolders().insert(home.id(), folder));
        CustomField filed = home.keep(aField("filed").in(folder.id()));
        CustomField elsewhere = home.keep(aField("elsewhere").in(new CustomFieldFolderId(UUID.randomUUID())));
        home.write(tx -> {
            tx.customFields().removeAllFromFolder(home.id(), folder.id());
            tx.customFieldFolders().delete(home.id(), folder.id());
        });
        assertThat(home.<List<CustomField>>read(tx -> tx.customFields().list(home.id())))
                .containsExactlyInAnyOrder(filed.withoutFolder(), elsewhere);
        assertThat(folders(home)).isEmpty();
    }

    @Test
    default void keepsOrganizationsApart() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization outsider = TestOrganization.in(store());
        CustomFieldFolder folder = folder("Sales", 0);
        CustomField plan = home.keep(aField("plan").in(folder.id()));
        home.write(tx -> tx.customFieldFolders().insert(home.id(), folder));
        outsider.write(tx -> {
            assertThat(tx.customFields().find(outsider.id(), plan.id())).isEmpty();
            assertThat(tx.customFields().lock(outsider.id(), plan.id())).isEmpty();
            assertThat(tx.customFields().types(outsider.id())).isEmpty();
            assertThat(tx.customFieldFolders().lock(outsider.id(), folder.id())).isEmpty();
            tx.customFields().removeAllFromFolder(outsider.id(), folder.id());
            tx.customFieldFolders().delete(outsider.id(), folder.id());
            assertThat(tx.customFields().release(outsider.id(), "plan")).isEmpty();
        });
        outsider.keep(aField("plan"));
        assertThat(home.find(plan.id())).contains(plan);
        assertThat(folders(home)).containsExactly(folder);
    }

    private static List<String> keys(TestOrganization home) {
        return home.read(tx ->
                tx.customFields().list(home.id()).stream().map(CustomField::key).toList());
    }

    /** Returns the validation errors of a text value under this key. */
    private static List<String> faulty(CustomFieldRules rules, String key) {
        Faults faults = new Faults();
        rules.check(Map.of(key, "text", "free", "text"), "customFields", faults);
        return faults.list().stream().map(Fault::field).toList();
    }

    private static List<CustomFieldFolder> folders(TestOrganization home) {
        return home.read(tx -> tx.customFieldFolders().list(home.id()));
    }

    private static CustomFieldFolder folder(String name, int position) {
        return CustomFieldFolder.create(
                new CustomFieldFolderId(UUID.randomUUID()), position, Patch.of(FolderProperty.NAME, name));
    }
}
