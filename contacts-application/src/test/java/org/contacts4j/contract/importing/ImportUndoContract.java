package org.contacts4j.contract.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.CompleteRecords.aCompleteContact;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.customfield.CustomFieldFixture.aField;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.UndoneImports.counts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.ImportState;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.Address;
import org.contacts4j.domain.AddressPart;
import org.contacts4j.domain.Revision;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.ContactMethod;
import org.contacts4j.domain.contact.ContactStatus;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.contact.event.ContactEvent;
import org.contacts4j.domain.customfield.CustomField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.id.TeamId;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Contract tests of undoing an import: it deletes what the import created, and restores what it updated. */
public interface ImportUndoContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void deletesTheContactsThatTheImportCreated() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact other = home.keep(aContact().tagged("vip"));
        ImportId id = imports.run(mailing("a@x.org").tags("vip", "fair"), mailing("b@x.org"));
        Contact ada = home.named("a@x.org");
        List<String> heard = new ArrayList<>();
        home.contacts4j().listeners().add((organization, event) -> {
            if (organization.equals(home.id())) {
                heard.add(event.type() + " " + event.contact().name());
            }
        });
        assertThat(counts(imports.undo(id))).containsExactly(2L, 0L, 0L);
        assertThat(imports.get(id).state()).isEqualTo(ImportState.UNDONE);
        assertThat(imports.kept(id)).isEmpty();
        assertThat(home.total().count()).isEqualTo(1);
        assertThat(home.find(other.id())).isPresent();
        assertThat(home.tags()).contains("vip 1").doesNotContain("fair 1");
        assertThat(home.events(ada.id()).get(0).type()).isEqualTo(ContactEvent.Type.DELETED);
        assertThat(home.events(ada.id()).get(0).by()).isEqualTo(home.ada().member());
        assertThat(heard).containsExactlyInAnyOrder("DELETED a@x.org", "DELETED b@x.org");
    }

    @Test
    default void createsTheContactsAgainWhenTheFileIsImportedAgain() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        imports.undo(imports.run(mailing("a@x.org"), mailing("b@x.org")));
        ImportId again = imports.run(mailing("a@x.org"), mailing("b@x.org"));
        assertThat(imports.get(again).summary().created()).isEqualTo(2);
        assertThat(home.total().count()).isEqualTo(2);
    }

    @Test
    default void restoresEveryFieldInOneChange() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Company acme = home.keep(aCompany().named("Acme"));
        Company other = home.keep(aCompany().named("Other"));
        Contact manager = home.keep(aContact().named("Manager"));
        Contact before = home.get(
                home.keep(aCompleteContact().at(acme).reportingTo(manager)).id());
        Patch<Contact> everything = everythingElse().set(ContactField.COMPANY, other.id());
        ImportId id =
                imports.run(MatchBy.ID, withId(before.id()).with(none -> everything.clear(ContactField.REPORTS_TO)));
        Contact imported = home.get(before.id());
        for (Field<Contact, ?> field : ContactField.all()) {
            assertThat(field.isView() || field.differs(before, imported))
                    .as(field.name())
                    .isTrue();
        }
        assertThat(counts(imports.undo(id))).containsExactly(0L, 1L, 0L);
        Contact restored = home.get(before.id());
        for (Field<Contact, ?> field : ContactField.all()) {
            assertThat((Object) field.of(restored)).as(field.name()).isEqualTo(field.of(before));
        }
        Revision revision = restored.revision();
        assertThat(revision.version()).isEqualTo(3);
        assertThat(revision.updatedBy()).isEqualTo(home.ada().member());
        assertThat(home.events(before.id())).hasSize(3);
        assertThat(home.events(before.id()).get(0).type()).isEqualTo(ContactEvent.Type.UPDATED);
    }

    /** Returns a value for each field that a complete contact does not have, except references. */
    private static Patch<Contact> everythingElse() {
        Patch<Contact> patch = Patch.<Contact>empty();
        for (Field<Contact, String> field : ContactField.texts()) {
            patch = patch.set(field, "other " + field.name());
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("list", null);
        values.put("huge", 1L);
        values.put("new", List.of("x"));
        return patch.set(ContactField.NAME, "Other")
                .set(ContactField.CODE, "O-1")
                .set(ContactField.EMAILS, List.of(new Email("other@example.org", "work")))
                .set(ContactField.PHONES, List.of(new Phone("+49 151 5550001", "mobile")))
                .set(ContactField.WEBSITE, "https://other.example.org")
                .set(ContactField.PREFERRED_METHOD, ContactMethod.EMAIL)
                .clear(ContactField.DO_NOT_CONTACT)
                .set(ContactField.ADDRESS, new Address(Map.of(AddressPart.CITY, "Ulm", AddressPart.COUNTRY_CODE, "")))
                .set(ContactField.DESCRIPTION, "other")
                .set(ContactField.NOTES, "other")
                .set(ContactField.CUSTOM_FIELDS, values)
                .set(ContactField.TAGS, List.of("other"))
                .set(ContactField.ASSIGNED_TO, List.of(new MemberId("other")))
                .set(ContactField.TEAMS, List.of(new TeamId("other")))
                .set(ContactField.STATUS, ContactStatus.INACTIVE)
                .set(ContactField.EXTENSIONS, values);
    }

    @Test
    default void restoresACompanyThatWasWrittenAsText() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Company acme = home.keep(aCompany().named("Acme"));
        Contact text = home.keep(aContact().with(ContactField.COMPANY_NAME, "Text"));
        Contact none = home.keep(aContact());
        ImportId id = imports.run(
                MatchBy.ID,
                withId(text.id()).with(fields -> fields.set(ContactField.COMPANY, acme.id())),
                withId(none.id()).with(fields -> fields.set(ContactField.COMPANY, acme.id())));
        assertThat(home.get(text.id()).job().companyName()).isEqualTo("Acme");
        imports.undo(id);
        assertThat(home.get(text.id()).job()).isEqualTo(text.job());
        assertThat(home.get(none.id()).job()).isEqualTo(none.job());
    }

    @Test
    default void restoresAContactThatSeveralRowsUpdatedToBeforeTheFirst() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        List<Importing.Row> rows = new ArrayList<>(List.of(UndoneImports.rows(1_200)));
        rows.add(0, mailing("ada@x.org").name("First"));
        rows.add(1, mailing("ada@x.org").name("Second"));
        rows.add(mailing("ada@x.org").name("Third, of another batch"));
        ImportId id = imports.run(rows.toArray(Importing.Row[]::new));
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(4);
        assertThat(counts(imports.undo(id))).containsExactly(1_200L, 1L, 0L);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Ada");
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(5);
    }

    @Test
    default void countsAContactAsRestoredThatTheImportChangedBackItself() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(
                mailing("ada@x.org").name("Other"), mailing("ada@x.org").name("Ada"));
        assertThat(counts(imports.undo(id))).containsExactly(0L, 1L, 0L);
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(3);
    }

    @Test
    default void deletesAContactThatLaterRowsOfTheImportUpdated() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        ImportId id = imports.run(
                mailing("a@x.org"),
                mailing("a@x.org").name("Ada"),
                mailing("a@x.org").name("Bo"));
        assertThat(home.named("Bo").revision().version()).isEqualTo(3);
        assertThat(counts(imports.undo(id))).containsExactly(1L, 0L, 0L);
        assertThat(home.total().count()).isZero();
    }

    @Test
    default void restoresACodeThatAnotherRowTook() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().withCode("A-1").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(
                mailing("ada@x.org").code("A-2"), mailing("new@x.org").code("A-1"));
        assertThat(imports.get(id).summary().created()).isEqualTo(1);
        assertThat(counts(imports.undo(id))).containsExactly(1L, 1L, 0L);
        assertThat(home.get(ada.id()).code()).isEqualTo("A-1");
    }

    @Test
    default void restoresValuesOfACustomFieldThatWasDeleted() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        CustomField plan = home.keep(aField("plan"));
        home.keep(aField("size"));
        Contact ada = home.keep(aContact().with(ContactField.CUSTOM_FIELDS, Map.of("plan", "gold")));
        Contact bo = home.keep(aContact());
        ImportId id = imports.run(
                MatchBy.ID,
                withId(ada.id()).with(f -> f.set(ContactField.CUSTOM_FIELDS, Map.of("plan", "lead", "size", "5"))),
                withId(bo.id()).with(f -> f.set(ContactField.CUSTOM_FIELDS, Map.of("plan", "lead", "size", "5"))));
        home.contacts4j().customFields().remove(home.admin(), plan.id());
        assertThat(counts(imports.undo(id))).containsExactly(0L, 2L, 0L);
        assertThat(home.get(ada.id()).customFields()).isEmpty();
        assertThat(home.get(bo.id()).customFields()).isEmpty();
        home.write(tx -> tx.customFields().release(home.id(), "plan"));
        assertThat(home.get(ada.id()).customFields()).isEqualTo(Map.of("plan", "gold"));
        assertThat(home.get(bo.id()).customFields()).isEmpty();
    }

    @Test
    default void forgetsTheMatchKeysThatTheContactHasAgain() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").withCode("A-1").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").code("A-2").name("Other"));
        assertThat(home.<Integer>read(tx ->
                        tx.matchCandidates().remembered(home.id(), ada.id()).size()))
                .isPositive();
        imports.undo(id);
        assertThat(home.<Integer>read(tx ->
                        tx.matchCandidates().remembered(home.id(), ada.id()).size()))
                .isZero();
    }

    @Test
    default void undoesTwoImportsOfOneContactInReverseOrder() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId first = imports.run(mailing("ada@x.org").name("First"), mailing("bo@x.org"));
        ImportId second = imports.run(
                mailing("ada@x.org").name("Second"), mailing("bo@x.org").name("Bo"));
        assertThat(counts(imports.undo(second))).containsExactly(0L, 2L, 0L);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("First");
        assertThat(counts(imports.undo(first))).containsExactly(1L, 1L, 0L);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Ada");
        assertThat(home.total().count()).isEqualTo(1);
    }

    @Test
    default void keepsContactsOfTheEarlierOfTwoImports() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId first = imports.run(mailing("ada@x.org").name("First"), mailing("bo@x.org"));
        imports.run(mailing("ada@x.org").name("Second"), mailing("bo@x.org").name("Bo"));
        assertThat(counts(imports.undo(first))).containsExactly(0L, 0L, 2L);
    }
}
