package org.contacts4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.contacts4j.contract.CompanyFixture.aCompany;
import static org.contacts4j.contract.ContactFixture.aContact;
import static org.contacts4j.contract.Importing.Row.mailing;
import static org.contacts4j.contract.Importing.Row.named;
import static org.contacts4j.contract.Importing.Row.withId;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.contacts4j.application.Page.Total;
import org.contacts4j.application.Store;
import org.contacts4j.application.contact.ContactQuery;
import org.contacts4j.application.contact.ContactQuery.Conditions;
import org.contacts4j.application.importing.ImportSummary;
import org.contacts4j.application.importing.MatchBy;
import org.contacts4j.contract.Importing.Row;
import org.contacts4j.domain.CompanyId;
import org.contacts4j.domain.ContactId;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.MemberId;
import org.contacts4j.domain.Patch;
import org.contacts4j.domain.TeamId;
import org.contacts4j.domain.company.Company;
import org.contacts4j.domain.contact.Contact;
import org.contacts4j.domain.contact.ContactEvent;
import org.contacts4j.domain.contact.ContactField;
import org.contacts4j.domain.contact.Email;
import org.contacts4j.domain.contact.Phone;
import org.contacts4j.domain.member.Team;
import org.junit.jupiter.api.Test;

/** What an import does with rows: every one is accounted for, and what is there already is recognised. */
public interface ImportContract {

    /** The store under test. */
    Store store();

    @Test
    default void createsContactsWithTheirEventsAndCounts() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home).rows(named("Ada").email("ada@x.org"), named("Bo"));
        assertThat(counts(summary)).containsExactly(2, 0, 0, 0);
        assertThat(home.names(Conditions.NONE)).containsExactly("Ada", "Bo");
        assertThat(home.total()).isEqualTo(Total.exact(2));
        Contact ada = find(home, "Ada");
        assertThat(home.events(ada.id())).extracting(ContactEvent::type).containsExactly(ContactEvent.Type.CREATED);
        assertThat(ada.revision().createdBy()).isEqualTo(home.ada().member());
    }

    @Test
    default void makesTagsKnownAndCountsThem() {
        TestOrganization home = TestOrganization.in(store());
        Importing.into(home)
                .tagging("Fair")
                .rows(named("Ada").tags("vip", "VIP"), named("Bo").tags("Vip", "poet"), named("Cy"));
        assertThat(home.contacts4j().tags().list(home.ada()).tags())
                .extracting(counted -> counted.tag().name() + " " + counted.contacts())
                .containsExactly("Fair 3", "poet 1", "vip 2");
    }

    @Test
    default void keepsEveryFieldAsASingleCreateDoes() {
        TestOrganization home = TestOrganization.in(store());
        String hostile = "tab\there \\N \"quoted\", {braces}\nline\r\nback\\slash \\. é 李 😀";
        Importing.into(home)
                .rows(named("Ada")
                        .tags("a,b", "c\"d", "e\\f", "{}", "NULL")
                        .with(fields -> fields.with(ContactField.NOTES, hostile)
                                .with(ContactField.PHONES, List.of(new Phone("1\t2", "ho\\me")))));
        Contact ada = find(home, "Ada");
        assertThat(ada.background().notes()).isEqualTo(hostile);
        assertThat(ada.tags()).containsExactly("a,b", "c\"d", "e\\f", "{}", "NULL");
        assertThat(ada.communication().phones()).containsExactly(new Phone("1\t2", "ho\\me"));
    }

    @Test
    default void createsNothingWhenItRunsAgain() {
        TestOrganization home = TestOrganization.in(store());
        Row[] rows = {
            named("Ada").email("ada@x.org"),
            named("Bo").phone("555 1"),
            named("Cy").code("C-1"),
            named("Di"),
            mailing("ed@x.org"),
            named("Di").with(fields -> fields.with(ContactField.MOBILE_PHONE, "+44 20 1"))
        };
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(6, 0, 0, 0);
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(0, 0, 6, 0);
        assertThat(counts(Importing.into(home).updating().rows(rows))).containsExactly(0, 0, 6, 0);
    }

    @Test
    default void recognisesAnyEmailIgnoringCase() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .with(ContactField.EMAILS, List.of(new Email("ada@x.org", "work"), new Email("Ada@Home.org", "home"))));
        assertThat(counts(Importing.into(home).rows(mailing("ADA@home.ORG")))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void recognisesWhatASingleChangeMadeOfAContact() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().with(ContactField.EMAIL, "ada@x.org"));
        home.change(ada, Patch.of(ContactField.EMAIL, "new@x.org"));
        assertThat(counts(Importing.into(home).rows(mailing("new@x.org")))).containsExactly(0, 0, 1, 0);
        home.delete(home.get(ada.id()));
        assertThat(counts(Importing.into(home).rows(mailing("new@x.org")))).containsExactly(1, 0, 0, 0);
    }

    @Test
    default void recognisesPhonesHoweverTheyAreTyped() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().with(ContactField.PHONE, "(555) 123-4567"));
        Importing byPhone = Importing.into(home).matchingBy(MatchBy.PHONE);
        assertThat(counts(byPhone.rows(named("Somebody else").phone("555.123.4567"))))
                .containsExactly(0, 0, 1, 0);
    }

    @Test
    default void doesNotTakeTwoPeopleForOneBecauseTheyShareAPhone() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home)
                .rows(
                        named("Ada").phone("555"),
                        named("Bo").phone("555"),
                        named("ADA").phone("5-5-5"));
        assertThat(counts(summary)).containsExactly(2, 0, 1, 0);
    }

    @Test
    default void createsNothingWhenAnUpdateThatRenamesRunsAgain() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org").with(ContactField.PHONE, "555"));
        Contact di = home.keep(aContact().named("Di").withCode("D-1"));
        Contact cy = home.keep(aContact().named("Cy"));
        Row[] rows = {
            named("Ada").phone("5-55"),
            mailing("a@x.org").name("Countess"),
            named("Zoe").code("D-1"),
            withId(di.id()).code("D-2"),
            named("Cy"),
            withId(cy.id()).phone("777")
        };
        Importing updating = Importing.into(home).matchingBy(MatchBy.ID).updating();
        for (int run = 0; run < 3; run++) {
            ImportSummary summary = updating.rows(rows);
            assertThat(summary.created() + summary.failed()).isZero();
        }
        assertThat(home.total()).isEqualTo(Total.exact(3));
        assertThat(counts(Importing.into(home).matchingBy(MatchBy.ID).rows(rows)))
                .containsExactly(0, 0, 6, 0);
    }

    @Test
    default void prefersWhoHasANameOrCodeToWhoHadIt() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().named("Ada").with(ContactField.EMAIL, "a@x.org"));
        Importing updating = Importing.into(home).updating();
        updating.rows(mailing("a@x.org").code("A-1").phone("555"));
        updating.rows(mailing("a@x.org").code("A-2").name("Countess"));
        Row old = named("Ada").code("A-1").phone("555");
        assertThat(counts(Importing.into(home).dryly().rows(old))).containsExactly(0, 0, 1, 0);
        Contact other = home.keep(aContact().named("Other").withCode("A-1"));
        assertThat(counts(updating.rows(old.with(f -> f.with(ContactField.TITLE, "Poet")))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(other.id()).job().title()).isEqualTo("Poet");
        assertThat(home.get(ada.id()).job().title()).isNull();
    }

    @Test
    default void forgetsWhatADeletedContactWasRecognisedBy() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(
                aContact().named("Ada").with(ContactField.EMAIL, "a@x.org").with(ContactField.PHONE, "555"));
        Importing.into(home).updating().rows(mailing("a@x.org").name("Countess"));
        home.delete(home.get(ada.id()));
        assertThat(counts(Importing.into(home).rows(named("Ada").phone("555")))).containsExactly(1, 0, 0, 0);
    }

    @Test
    default void remembersForThoseAloneWhoSeeTheContact() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .named("Ada")
                .with(ContactField.EMAIL, "a@x.org")
                .with(ContactField.PHONE, "555")
                .assignedTo("al"));
        Importing.into(home).updating().rows(mailing("a@x.org").name("Countess"));
        Importing bo = Importing.into(home).as(home.restricted("bo"));
        assertThat(counts(bo.rows(named("Ada").phone("555")))).containsExactly(1, 0, 0, 0);
        TestOrganization abroad = TestOrganization.in(store());
        assertThat(counts(Importing.into(abroad).rows(named("Ada").phone("555"))))
                .containsExactly(1, 0, 0, 0);
    }

    @Test
    default void recognisesCodesAndIds() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact().withCode("A-1"));
        assertThat(counts(Importing.into(home)
                        .matchingBy(MatchBy.CODE)
                        .updating()
                        .rows(named("Ada").code("A-1").email("ada@x.org"))))
                .containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).email()).isEqualTo("ada@x.org");
        ImportSummary byId = Importing.into(home)
                .matchingBy(MatchBy.ID)
                .updating()
                .rows(
                        withId(ada.id()).name("Countess"),
                        withId(UUID.randomUUID()).name("Nobody"));
        assertThat(counts(byId)).containsExactly(0, 1, 0, 1);
        assertThat(faults(byId)).containsExactly("3 id");
        assertThat(home.get(ada.id()).name().full()).isEqualTo("Countess");
    }

    @Test
    default void recognisesAnEarlierRow() {
        TestOrganization home = TestOrganization.in(store());
        Row[] rows = {
            named("Ada").email("a@x.org"), named("Ada L").email("A@X.org").tags("vip")
        };
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(1, 0, 1, 0);
        TestOrganization other = TestOrganization.in(store());
        assertThat(counts(Importing.into(other).updating().rows(rows))).containsExactly(1, 1, 0, 0);
        Contact ada = find(other, "Ada L");
        assertThat(ada.tags()).containsExactly("vip");
        assertThat(other.events(ada.id())).hasSize(2);
    }

    @Test
    default void updatesByAddingAndOverwritingButNeverTakingAway() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact()
                .named("Ada")
                .tagged("poet")
                .with(ContactField.NOTES, "met in London")
                .with(ContactField.EMAILS, List.of(new Email("a@x.org", "primary"), new Email("b@x.org", "home"))));
        ImportSummary summary = Importing.into(home)
                .updating()
                .tagging("import")
                .rows(mailing("B@x.org").tags("Poet", "vip").with(f -> f.with(ContactField.TITLE, "Countess")));
        assertThat(counts(summary)).containsExactly(0, 1, 0, 0);
        Contact after = home.get(ada.id());
        assertThat(after.name().full()).isEqualTo("Ada");
        assertThat(after.tags()).containsExactly("poet", "vip", "import");
        assertThat(after.background().notes()).isEqualTo("met in London");
        assertThat(after.communication().emails()).isEqualTo(ada.communication().emails());
        assertThat(after.job().title()).isEqualTo("Countess");
    }

    @Test
    default void keepsTheFormerEmailAndPhoneOfAContactThatGetsNewOnes() {
        TestOrganization home = TestOrganization.in(store());
        Contact ada = home.keep(aContact()
                .withCode("A")
                .with(ContactField.EMAIL, "old@x.org")
                .with(ContactField.PHONE, "1")
                .with(ContactField.MOBILE_PHONE, "2"));
        Importing.into(home)
                .matchingBy(MatchBy.CODE)
                .updating()
                .rows(mailing("new@x.org")
                        .code("A")
                        .phone("3")
                        .with(fields -> fields.with(ContactField.MOBILE_PHONE, "4")));
        Contact after = home.get(ada.id());
        assertThat(after.communication().emails())
                .containsExactly(new Email("new@x.org", "primary"), new Email("old@x.org", "secondary"));
        assertThat(after.phone()).isEqualTo("3");
        assertThat(after.phone("mobile")).isEqualTo("4");
        assertThat(after.communication().phones())
                .extracting(Phone::number)
                .containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    default void reportsABadRowAndKeepsTheOthers() {
        TestOrganization home = TestOrganization.in(store());
        ImportSummary summary = Importing.into(home)
                .rows(
                        named("Ada"),
                        named("Bo").email("nobody").with(f -> f.with(ContactField.WEBSITE, "x")),
                        named(" "),
                        named("Cy").with(f -> f.with(ContactField.COMPANY, new CompanyId(UUID.randomUUID()))),
                        named("Di").with(f -> f.with(ContactField.REPORTS_TO, new ContactId(UUID.randomUUID()))));
        assertThat(counts(summary)).containsExactly(1, 0, 0, 4);
        assertThat(summary.total()).isEqualTo(5);
        assertThat(faults(summary))
                .containsExactly("3 email", "3 website", "4 name", "5 parentEntityId", "6 metadata.reportsTo");
        assertThat(home.names(Conditions.NONE)).containsExactly("Ada");
    }

    @Test
    default void refusesACodeThatSomebodyElseHas() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().withCode("A-1").with(ContactField.EMAIL, "a@x.org"));
        ImportSummary summary = Importing.into(home)
                .rows(
                        mailing("b@x.org").code("A-1"),
                        mailing("c@x.org").code("C-1"),
                        mailing("d@x.org").code("C-1"));
        assertThat(counts(summary)).containsExactly(1, 0, 0, 2);
        assertThat(faults(summary)).containsExactly("2 code", "4 code");
    }

    @Test
    default void linksToCompaniesThatAreThere() {
        TestOrganization home = TestOrganization.in(store());
        Company acme = home.keep(aCompany().named("Acme"));
        Importing.into(home).rows(named("Ada").with(f -> f.with(ContactField.COMPANY, acme.id())));
        assertThat(find(home, "Ada").job().companyName()).isEqualTo("Acme");
    }

    @Test
    default void namesARowAfterItsEmailOrPhone() {
        TestOrganization home = TestOrganization.in(store());
        Importing.into(home).rows(mailing("ada@x.org"), new Row(null, phoneOnly()));
        assertThat(home.names(Conditions.NONE)).containsExactly("555 1", "ada@x.org");
    }

    @Test
    default void tellsInADryRunWhatWouldHappen() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact().named("Zoe").with(ContactField.EMAIL, "z@x.org"));
        Row[] rows = {mailing("a@x.org"), mailing("A@x.org"), mailing("z@x.org"), mailing("bad"), named("Di")};
        assertThat(counts(Importing.into(home).dryly().rows(rows))).containsExactly(2, 0, 2, 1);
        assertThat(home.names(Conditions.NONE)).containsExactly("Zoe");
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(2, 0, 2, 1);
    }

    @Test
    default void recognisesRowsFarApart() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows = IntStream.range(0, 2_500)
                .mapToObj(i -> mailing("m" + i % 2_200 + "@x.org"))
                .toList();
        assertThat(counts(Importing.into(home).dryly().rows(rows))).containsExactly(2_200, 0, 300, 0);
        assertThat(counts(Importing.into(home).rows(rows))).containsExactly(2_200, 0, 300, 0);
        assertThat(home.total()).isEqualTo(Total.exact(2_200));
    }

    @Test
    default void listsAThousandErrorsAndCountsAll() {
        TestOrganization home = TestOrganization.in(store());
        List<Row> rows =
                IntStream.range(0, 1_200).mapToObj(i -> mailing("bad " + i)).toList();
        ImportSummary summary = Importing.into(home).rows(rows);
        assertThat(summary.failed()).isEqualTo(1_200);
        assertThat(summary.errors()).hasSize(1_000);
        assertThat(summary.truncated()).isTrue();
    }

    @Test
    default void showsARestrictedMemberOnlyWhatIsTheirs() {
        TestOrganization home = TestOrganization.in(store());
        home.keep(aContact()
                .named("Hidden")
                .withCode("H-1")
                .with(ContactField.EMAIL, "h@x.org")
                .assignedTo("al"));
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        assertThat(counts(bo.rows(mailing("h@x.org").name("Mine")))).containsExactly(1, 0, 0, 0);
        assertThat(home.find(VisibilityContract.BO, find(home, "Mine").id())).isPresent();
        assertThat(find(home, "Hidden").email()).isEqualTo("h@x.org");
        assertThat(counts(bo.rows(mailing("h@x.org").name("Mine")))).containsExactly(0, 0, 1, 0);
        ImportSummary taken = bo.rows(mailing("new@x.org").code("H-1"));
        assertThat(taken.errors().get(0).fault().message()).isEqualTo("is in use already");
    }

    @Test
    default void keepsWhatARestrictedMemberImportsInTheirSight() {
        TestOrganization home = TestOrganization.in(store());
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        Row row = mailing("a@x.org").with(f -> f.with(ContactField.ASSIGNED_TO, List.of(new MemberId("al"))));
        assertThat(counts(bo.rows(row))).containsExactly(1, 0, 0, 0);
        assertThat(counts(bo.rows(row))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void keepsWhatARestrictedMemberGivesToAnotherTeamInTheirSight() {
        TestOrganization home = TestOrganization.in(store());
        home.write(tx -> tx.teams().save(home.id(), new Team(new TeamId("north"), null, List.of(new MemberId("bo")))));
        Contact ada = home.keep(
                aContact().with(ContactField.EMAIL, "a@x.org").assignedTo("al").ofTeams("north"));
        Importing bo = Importing.into(home).as(home.restricted("bo")).updating();
        Row row = mailing("a@x.org").with(f -> f.with(ContactField.TEAMS, List.of(new TeamId("south"))));
        assertThat(counts(bo.rows(row))).containsExactly(0, 1, 0, 0);
        assertThat(home.get(ada.id()).assignment().members())
                .extracting(MemberId::value)
                .containsExactly("bo", "al");
        assertThat(counts(bo.rows(row))).containsExactly(0, 0, 1, 0);
    }

    @Test
    default void refusesAViewer() {
        TestOrganization home = TestOrganization.in(store());
        Importing viewer = Importing.into(home).as(home.viewer()).dryly();
        assertThatThrownBy(() -> viewer.rows(named("Ada"))).isInstanceOf(ContactsFailure.Forbidden.class);
    }

    @Test
    default void doesNotRecogniseThoseOfAnotherOrganization() {
        TestOrganization abroad = TestOrganization.in(store());
        Contact theirs = abroad.keep(aContact().withCode("A").with(ContactField.EMAIL, "a@x.org"));
        TestOrganization home = TestOrganization.in(store());
        assertThat(counts(Importing.into(home).rows(mailing("a@x.org").code("A"))))
                .containsExactly(1, 0, 0, 0);
        ImportSummary byId = Importing.into(home).matchingBy(MatchBy.ID).rows(withId(theirs.id()));
        assertThat(faults(byId)).contains("2 id");
    }

    private static Patch<Contact> phoneOnly() {
        return Patch.of(ContactField.PHONE, "555 1");
    }

    private static Contact find(TestOrganization home, String name) {
        return home.page(ContactQuery.first(100)).items().stream()
                .filter(contact -> contact.name().full().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> counts(ImportSummary summary) {
        return List.of(
                (int) summary.created(), (int) summary.updated(), (int) summary.skipped(), (int) summary.failed());
    }

    private static List<String> faults(ImportSummary summary) {
        return summary.errors().stream()
                .map(error -> error.row() + " " + error.fault().field())
                .toList();
    }
}
