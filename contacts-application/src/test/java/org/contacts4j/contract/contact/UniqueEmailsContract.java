package org.contacts4j.contract.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.contacts4j.contract.contact.ContactFixture.aContact;
import static org.contacts4j.contract.importing.Importing.Row.mailing;
import static org.contacts4j.contract.importing.Importing.Row.named;
import static org.contacts4j.domain.contact.ContactField.CODE;
import static org.contacts4j.domain.contact.ContactField.EMAIL;
import static org.contacts4j.domain.contact.ContactField.EMAILS;
import static org.contacts4j.domain.contact.ContactField.NAME;
import static org.contacts4j.domain.contact.ContactField.SECONDARY_EMAIL;

import java.util.List;
import org.contacts4j.application.Store;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.RowError;
import org.contacts4j.application.importing.matching.MatchBy;
import org.contacts4j.application.page.Page.Total;
import org.contacts4j.application.page.PageRequest;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.contract.importing.Importing;
import org.contacts4j.domain.ContactsFailure.DuplicateCode;
import org.contacts4j.domain.ContactsFailure.DuplicateEmail;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.organization.Caller;
import org.contacts4j.domain.patch.Field;
import org.contacts4j.domain.patch.Patch;
import org.contacts4j.domain.patch.Precondition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract tests of unique e-mail addresses, which an installation can require within each organization. */
public interface UniqueEmailsContract {

    /** Returns the store under test. */
    Store store();

    @Test
    default void refusesAnAddressOfAnotherWhateverItsCaseAndPlace() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        Contact ada = create(home, called("Ada", EMAIL, "ada@x.org").set(SECONDARY_EMAIL, "Countess@x.org"));
        DuplicateEmail refusal =
                catchThrowableOfType(DuplicateEmail.class, () -> create(home, called("Eve", EMAIL, "COUNTESS@x.org")));
        assertThat(refusal.address()).isEqualTo("COUNTESS@x.org");
        assertThat(refusal.existing()).isEqualTo(ada.id().value());
        Contact bo = create(home, called("Bo", EMAIL, "bo@x.org"));
        List<Email> both = List.of(new Email("bo@x.org", "primary"), new Email("ADA@x.org", "home"));
        assertThatThrownBy(() -> change(home, bo, Patch.of(EMAILS, both))).isInstanceOf(DuplicateEmail.class);
        assertThat(home.get(bo.id())).isEqualTo(bo);
        assertThat(home.total()).isEqualTo(Total.exact(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@xn--mnchen-3ya.example",
                "ADA@MÜNCHEN.example",
                "ada@mu\u0308nchen.example",
                "\u00a0ada@mün\u00adchen.example\u200b"
            })
    default void refusesAnAddressOfAnotherInAnyForm(String address) {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        create(home, called("Ada", EMAIL, "ada@münchen.example"));
        assertThatThrownBy(() -> create(home, called("Eve", EMAIL, address))).isInstanceOf(DuplicateEmail.class);
    }

    @Test
    default void letsContactsKeepWhatTheyHaveAndTakeWhatIsFree() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        Contact ada = create(home, called("Ada", EMAIL, "ada@x.org"));
        Contact twin = home.keep(aContact().with(EMAIL, "ada@x.org"));
        assertThat(change(home, twin, called("Twin", EMAIL, "ADA@x.org")).email())
                .isEqualTo("ADA@x.org");
        change(home, ada, Patch.of(EMAIL, "new@x.org"));
        home.delete(home.get(twin.id()));
        assertThat(create(home, called("Eve", EMAIL, "ada@x.org")).email()).isEqualTo("ada@x.org");
    }

    @Test
    default void doesNotNameWhoHasTheAddressToThoseWhoCannotSeeThem() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        create(home, called("Ada", EMAIL, "ada@x.org"));
        Caller bo = home.restricted("bo");
        DuplicateEmail refusal = catchThrowableOfType(
                DuplicateEmail.class, () -> home.contacts4j().contacts().create(bo, called("Eve", EMAIL, "ada@x.org")));
        assertThat(refusal.existing()).isNull();
    }

    @Test
    default void doesNotNameWhoHasTheAddressOrTheCodeToThoseWhoHaveNotSignedIn() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        Contact ada = create(home, called("Ada", EMAIL, "ada@x.org").set(CODE, "C-1"));
        Caller anonymous = Caller.anonymous(home.id());
        DuplicateEmail email = catchThrowableOfType(
                DuplicateEmail.class,
                () -> home.contacts4j().contacts().create(anonymous, called("Eve", EMAIL, "ADA@x.org")));
        assertThat(email.existing()).isNull();
        DuplicateCode code = catchThrowableOfType(
                DuplicateCode.class, () -> home.contacts4j().contacts().create(anonymous, called("Eve", CODE, "C-1")));
        assertThat(code.existing()).isNull();
        Contact eve = home.contacts4j().contacts().create(anonymous, called("Eve", EMAIL, "eve@x.org"));
        DuplicateEmail changed = catchThrowableOfType(
                DuplicateEmail.class,
                () -> home.contacts4j()
                        .contacts()
                        .update(anonymous, eve.id(), Patch.of(EMAIL, "ada@x.org"), Precondition.none()));
        assertThat(changed).hasMessageNotContaining(ada.id().toString());
        assertThat(changed.existing()).isNull();
    }

    @Test
    default void knowsNothingOfOtherOrganizations() {
        create(TestOrganization.withUniqueEmails(store()), called("Ada", EMAIL, "ada@x.org"));
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        assertThat(create(home, called("Ada", EMAIL, "ada@x.org")).email()).isEqualTo("ada@x.org");
    }

    @Test
    default void givesAnAddressToOneOfManyWritersAtOnce() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        List<Contact> others =
                List.of(create(home, called("One", EMAIL, "1@x.org")), create(home, Patch.of(NAME, "Two")));
        List<Throwable> failures = Parallel.failuresOf(24, i -> {
            if (i % 3 == 0) {
                change(home, others.get(i / 3 % 2), Patch.of(EMAIL, "ada@x.org"));
            } else if (i % 3 == 1) {
                create(home, called("Ada", EMAIL, "ADA@x.org"));
            } else {
                Importing.into(home)
                        .matchingBy(MatchBy.CODE)
                        .rows(mailing("ada@x.org").code("C-" + i));
            }
        });
        assertThat(failures).hasOnlyElementsOfType(DuplicateEmail.class);
        List<Contact> all = home.page(PageRequest.first(100)).items();
        assertThat(all)
                .filteredOn(contact -> "ada@x.org".equalsIgnoreCase(contact.email()))
                .hasSize(1);
    }

    @Test
    default void failsRowsOfImportsThatWouldShareAnAddress() {
        TestOrganization home = TestOrganization.withUniqueEmails(store());
        create(home, called("Ada", EMAIL, "ada@x.org"));
        Importing byCode = Importing.into(home).matchingBy(MatchBy.CODE).updating();
        Importing.Row[] rows = {
            named("Eve").code("E").email("ADA@x.org"),
            named("Bo").code("B").email("bo@x.org"),
            named("Cy").code("C").email("Bo@x.org"),
            named("Bo").code("B").email("ada@x.org"),
            named("Bo").code("B").email("new@x.org")
        };
        ImportSummary dry = byCode.dryly().rows(rows);
        assertThat(dry.errors()).extracting(RowError::row).contains(2L, 4L);
        ImportSummary summary = byCode.rows(rows);
        assertThat(summary.errors()).extracting(RowError::row).containsExactly(2L, 4L, 5L);
        assertThat(summary.errors()).extracting(error -> error.fault().field()).containsOnly("email");
        assertThat(List.of(summary.created(), summary.updated(), summary.failed()))
                .containsExactly(1L, 1L, 3L);
    }

    private static Patch<Contact> called(String name, Field<Contact, String> field, String value) {
        return Patch.of(NAME, name).set(field, value);
    }

    private static Contact create(TestOrganization home, Patch<Contact> fields) {
        return home.contacts4j().contacts().create(home.ada(), fields);
    }

    private static Contact change(TestOrganization home, Contact contact, Patch<Contact> patch) {
        return home.contacts4j().contacts().update(home.ada(), contact.id(), patch, Precondition.none());
    }
}
