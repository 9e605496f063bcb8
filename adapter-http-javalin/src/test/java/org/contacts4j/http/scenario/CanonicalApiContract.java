package org.contacts4j.http.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** What the canonical API must do, whatever the store. Every scenario plays in an organisation of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CanonicalApiContract {

    private RunningApi api;

    /** Contacts4J over the store that is to be proven. Asked for once. */
    protected abstract Contacts4J contacts4j();

    @BeforeAll
    void start() {
        api = RunningApi.over(contacts4j());
    }

    @AfterAll
    void stop() {
        api.close();
    }

    @TestFactory
    Stream<DynamicTest> seed004() {
        return tests(Seed004.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> contacts() {
        return tests(ContactScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> companies() {
        return tests(CompanyScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> versions() {
        return tests(VersionScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return tests(ListScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> links() {
        return tests(LinkScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> comments() {
        return tests(CommentScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> directory() {
        return administratorsTests(DirectoryScenarios.scenarios());
    }

    @Nested
    class Attachments extends Suite implements AttachmentSuite {}

    @Nested
    class Colleagues extends Suite implements ColleagueSuite {}

    @TestFactory
    Stream<DynamicTest> customFields() {
        return administratorsTests(CustomFieldScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> searches() {
        return administratorsTests(SearchScenarios.scenarios());
    }

    @Nested
    class HostileFilters extends Suite implements HostileFilterSuite {}

    @TestFactory
    Stream<DynamicTest> seed003Contacts() {
        return tests(Seed003Contacts.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> seed003Customization() {
        return administratorsTests(Seed003Customization.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> seed000() {
        return tests(Seed000.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> bottleCrm() {
        return tests(BottleCrmScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> bottleCrmLists() {
        return tests(BottleCrmListScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> bottleCrmComments() {
        return tests(BottleCrmCommentScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> bottleCrmFailures() {
        return tests(BottleCrmFailureScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> seed001() {
        return tests(Seed001.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> repzo() {
        return tests(RepzoScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> repzoLists() {
        return tests(RepzoListScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> repzoFailures() {
        return tests(RepzoFailureScenarios.scenarios());
    }

    @Nested
    class RepzoSdk extends Suite implements RepzoSdkSuite {}

    @TestFactory
    Stream<DynamicTest> seed002() {
        return tests(Seed002.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> spn() {
        return tests(SpnScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> spnFailures() {
        return tests(SpnFailureScenarios.scenarios());
    }

    @Nested
    class SpnInPublic extends Suite implements SpnPublicSuite {}

    @TestFactory
    Stream<DynamicTest> tags() {
        return tests(TagScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> customValues() {
        return tests(CustomValueScenarios.scenarios());
    }

    @TestFactory
    Stream<DynamicTest> webhooks() {
        return administratorsTests(WebhookScenarios.scenarios());
    }

    @Nested
    class Webhooks extends Suite implements WebhookSuite {}

    @Nested
    class Tags extends Suite implements TagSuite {}

    @Nested
    class CustomFields extends Suite implements CustomFieldSuite {}

    @Nested
    class Authentication extends Suite implements AuthenticationSuite {}

    @Nested
    class RouteWalk extends Suite implements RouteWalkSuite {}

    @Nested
    class HostileJson extends Suite implements HostileJsonSuite {}

    @Nested
    class Wire extends Suite implements WireSuite {}

    @Nested
    class ParallelWriters extends Suite implements ParallelWritersSuite {}

    @Nested
    class Imports extends Suite implements ImportSuite {}

    @Nested
    class ImportJobs extends Suite implements ImportJobSuite {}

    private Stream<DynamicTest> tests(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> scenario.play(api.newcomer())));
    }

    private Stream<DynamicTest> administratorsTests(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> scenario.play(api.newAdmin())));
    }

    /** Hands the one server to the suites. */
    abstract class Suite implements ApiUnderTest {
        @Override
        public RunningApi api() {
            return api;
        }
    }
}
