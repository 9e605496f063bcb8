package org.contacts4j.contract.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.contacts4j.contract.company.CompanyFixture.aCompany;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.withId;
import static org.contacts4j.contract.importing.UndoneImports.counts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportId;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.importing.undo.KeptContact;
import org.contacts4j.application.importing.undo.KeptContact.Reason;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing.Row;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.id.MemberId;
import org.contacts4j.domain.link.LinkField;
import org.contacts4j.domain.link.LinkType;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;

/** Contract tests of undoing an import: contacts with later changes stay as they are, and are listed with the reason. */
public interface ImportUndoKeepsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void keepsContactsThatWereChangedLater() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").name("Imported"), mailing("new@x.org"));
        Contact created = home.named("new@x.org");
        home.change(home.get(ada.id()), Patch.of(ContactField.TITLE, "Countess"));
        home.change(created, Patch.of(ContactField.TITLE, "Countess"));
        assertThat(counts(imports.undo(id))).containsExactly(0L, 0L, 2L);
        assertThat(imports.kept(id))
                .containsExactlyInAnyOrder(
                        new KeptContact(ada.id(), "Imported", Reason.CHANGED),
                        new KeptContact(created.id(), "new@x.org", Reason.CHANGED));
        assertThat(home.get(ada.id()).revision().version()).isEqualTo(3);
        assertThat(home.get(created.id()).revision().version()).isEqualTo(2);
    }

    @Test
    default void keepsContactsThatWereChangedBetweenTwoRowsOfTheImport() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").name("Imported"));
        home.change(home.get(ada.id()), Patch.of(ContactField.TITLE, "Countess"));
        Contact again = home.change(home.get(ada.id()), Patch.of(ContactField.NAME, "Row"));
        home.write(tx -> tx.importChanges().add(home.id(), id, tx.events().latest(home.id(), again.id(), 1)));
        imports.undo(id);
        assertThat(imports.reasons(id)).containsEntry(ada.id(), Reason.CHANGED);
    }

    @Test
    default void listsContactsThatWereDeletedLaterWithTheirLastName() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").name("Imported"), mailing("new@x.org"));
        Contact created = home.named("new@x.org");
        home.contacts4j().contacts().remove(home.ada(), ada.id(), Precondition.none());
        home.contacts4j().personalData().erase(home.admin(), created.id());
        imports.undo(id);
        assertThat(imports.kept(id))
                .containsExactlyInAnyOrder(
                        new KeptContact(ada.id(), "Imported", Reason.DELETED),
                        new KeptContact(created.id(), null, Reason.DELETED));
    }

    @Test
    default void keepsCreatedContactsThatAreInUse() throws IOException {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Company acme = home.keep(aCompany());
        ImportId id = imports.run(
                mailing("commented@x.org"),
                mailing("attached@x.org"),
                mailing("linked@x.org"),
                mailing("manager@x.org"),
                mailing("primary@x.org").with(fields -> fields.set(ContactField.COMPANY, acme.id())),
                mailing("unused@x.org").with(fields -> fields.set(ContactField.COMPANY, acme.id())));
        home.contacts4j()
                .comments()
                .add(home.ada(), home.named("commented@x.org").id(), "met today");
        home.contacts4j()
                .attachments()
                .add(
                        home.ada(),
                        home.named("attached@x.org").id(),
                        "cv.txt",
                        new ByteArrayInputStream("her CV".getBytes(UTF_8)));
        home.contacts4j()
                .links()
                .save(
                        home.ada(),
                        home.named("linked@x.org").id(),
                        Patch.of(LinkField.TYPE, LinkType.CASE).set(LinkField.EXTERNAL_ID, "7"));
        home.keep(aContact().reportingTo(home.named("manager@x.org")));
        home.makePrimary(home.named("primary@x.org"), acme);
        assertThat(counts(imports.undo(id))).containsExactly(1L, 0L, 5L);
        assertThat(imports.kept(id)).extracting(KeptContact::reason).containsOnly(Reason.IN_USE);
        assertThat(imports.kept(id))
                .extracting(KeptContact::name)
                .containsExactlyInAnyOrder(
                        "commented@x.org", "attached@x.org", "linked@x.org", "manager@x.org", "primary@x.org");
    }

    @Test
    default void restoresContactsThatHaveComments() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").name("Imported"));
        home.contacts4j().comments().add(home.ada(), ada.id(), "met today");
        assertThat(counts(imports.undo(id))).containsExactly(0L, 1L, 0L);
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Ada");
    }

    @Test
    default void keepsAContactThatBecameThePrimaryContactOfTheImportedCompany() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Company acme = home.keep(aCompany());
        Contact ada = home.keep(aContact());
        ImportId id =
                imports.run(MatchBy.ID, withId(ada.id()).with(fields -> fields.set(ContactField.COMPANY, acme.id())));
        home.makePrimary(home.get(ada.id()), acme);
        imports.undo(id);
        assertThat(imports.reasons(id)).containsEntry(ada.id(), Reason.IN_USE);
        assertThat(home.get(acme.id()).primaryContactId()).isEqualTo(ada.id());
    }

    @Test
    default void keepsAContactWhoseFormerCodeIsTaken() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().withCode("A-1").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(mailing("ada@x.org").code("A-2"));
        home.keep(aContact().withCode("A-1"));
        imports.undo(id);
        assertThat(imports.reasons(id)).containsEntry(ada.id(), Reason.CODE_TAKEN);
        assertThat(home.get(ada.id()).code()).isEqualTo("A-2");
    }

    @Test
    default void keepsAContactWhoseFormerAddressIsTaken() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        UndoneImports imports = UndoneImports.in(home);
        Contact ada = home.keep(aContact().withCode("A-1").with(ContactField.EMAIL, "ada@x.org"));
        ImportId id = imports.run(
                MatchBy.CODE, new Row(null, Patch.of(ContactField.CODE, "A-1").clear(ContactField.EMAILS)));
        home.keep(aContact().with(ContactField.EMAIL, "ada@x.org"));
        imports.undo(id);
        assertThat(imports.reasons(id)).containsEntry(ada.id(), Reason.EMAIL_TAKEN);
    }

    @Test
    default void keepsAContactWhoseFormerCompanyOrManagerIsGone() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports imports = UndoneImports.in(home);
        Company acme = home.keep(aCompany());
        Company other = home.keep(aCompany());
        Contact manager = home.keep(aContact());
        Contact next = home.keep(aContact());
        Contact ada = home.keep(aContact().at(acme));
        Contact bo = home.keep(aContact().reportingTo(manager));
        ImportId id = imports.run(
                MatchBy.ID,
                withId(ada.id()).with(fields -> fields.set(ContactField.COMPANY, other.id())),
                withId(bo.id()).with(fields -> fields.set(ContactField.REPORTS_TO, next.id())));
        home.delete(acme);
        home.delete(manager);
        imports.undo(id);
        assertThat(imports.reasons(id))
                .containsEntry(ada.id(), Reason.COMPANY_DELETED)
                .containsEntry(bo.id(), Reason.MANAGER_UNAVAILABLE);
    }

    @Test
    default void keepsContactsThatARestrictedMemberDoesNotSeeAnyMore() {
        TestOrganization home = TestOrganization.in(store());
        UndoneImports bos = UndoneImports.in(home).as(home.restricted("bo"));
        ImportId id = bos.run(mailing("a@x.org"), mailing("b@x.org"));
        Contact given = home.named("a@x.org");
        home.change(given, Patch.of(ContactField.ASSIGNED_TO, List.of(new MemberId("al"))));
        assertThat(counts(bos.undo(id))).containsExactly(1L, 0L, 1L);
        assertThat(bos.kept(id)).containsExactly(new KeptContact(given.id(), null, Reason.DELETED));
        assertThat(UndoneImports.in(home).kept(id))
                .containsExactly(new KeptContact(given.id(), "a@x.org", Reason.DELETED));
    }
}
