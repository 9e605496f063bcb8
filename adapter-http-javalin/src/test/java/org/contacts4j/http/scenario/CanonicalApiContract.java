package org.contacts4j.http.scenario;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.contacts4j.application.Contacts4J;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The contract of the HTTP APIs over any store. Every scenario runs in its own organization. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class CanonicalApiContract {

    private RunningApi api;
    private Contacts4J contacts4j;

    /** Returns Contacts4J over the store under test. Called once. */
    protected abstract Contacts4J contacts4j();

    @BeforeAll
    void start() {
        contacts4j = contacts4j();
        api = RunningApi.over(contacts4j);
    }

    @AfterAll
    void stop() {
        api.close();
        contacts4j.close();
    }

    /** The examples in the texts of the APIs that the dialects and the canonical API follow. */
    @TestFactory
    Stream<DynamicContainer> examplesOfDocumentation() {
        return Stream.of(
                byAMember("BottleCRM's guide", BottleCrmGuideExamples.scenarios()),
                byAMember("Repzo's page", RepzoPageExamples.scenarios()),
                byAMember("SPN's documentation", SpnDocumentationExamples.scenarios()),
                byAMember("contacts of the Contacts API page", ContactsPageExamples.scenarios()),
                byAnAdministrator("customization of the Contacts API page", CustomizationPageExamples.scenarios()),
                byAMember("GLAPI's page", GlapiPageExamples.scenarios()));
    }

    /** The scenarios of the canonical API by feature. */
    @TestFactory
    Stream<DynamicContainer> canonicalApi() {
        return Stream.of(
                byAMember("contacts", ContactScenarios.scenarios()),
                byAMember("companies", CompanyScenarios.scenarios()),
                byAMember("versions", VersionScenarios.scenarios()),
                byAMember("lists", ListScenarios.scenarios()),
                byAnAdministrator("searches", SearchScenarios.scenarios()),
                byAMember("tags", TagScenarios.scenarios()),
                byAnAdministrator("custom fields", CustomFieldScenarios.scenarios()),
                byAMember("custom values", CustomValueScenarios.scenarios()),
                byAMember("links", LinkScenarios.scenarios()),
                byAMember("comments", CommentScenarios.scenarios()),
                byAnAdministrator("directory", DirectoryScenarios.scenarios()),
                byAnAdministrator("webhooks", WebhookScenarios.scenarios()),
                byAnAdministrator("access", AccessScenarios.scenarios()));
    }

    /** The scenarios of the dialects. */
    @TestFactory
    Stream<DynamicContainer> dialects() {
        return Stream.of(
                byAMember("BottleCRM", BottleCrmScenarios.scenarios()),
                byAMember("lists of BottleCRM", BottleCrmListScenarios.scenarios()),
                byAMember("comments of BottleCRM", BottleCrmCommentScenarios.scenarios()),
                byAMember("failures of BottleCRM", BottleCrmFailureScenarios.scenarios()),
                byAMember("Repzo", RepzoScenarios.scenarios()),
                byAMember("lists of Repzo", RepzoListScenarios.scenarios()),
                byAMember("failures of Repzo", RepzoFailureScenarios.scenarios()),
                byAMember("SPN", SpnScenarios.scenarios()),
                byAMember("failures of SPN", SpnFailureScenarios.scenarios()));
    }

    @Nested
    class Attachments extends Suite implements AttachmentSuite {}

    @Nested
    class PersonalData extends Suite implements PersonalDataSuite {}

    @Nested
    class Colleagues extends Suite implements RoleSuite {}

    @Nested
    class HostileFilters extends Suite implements HostileFilterSuite {}

    @Nested
    class RepzoSdk extends Suite implements RepzoSdkSuite {}

    @Nested
    class SpnInPublic extends Suite implements SpnPublicSuite {}

    @Nested
    class Webhooks extends Suite implements WebhookSuite {}

    @Nested
    class Tags extends Suite implements TagSuite {}

    @Nested
    class CustomFields extends Suite implements CustomFieldSuite {}

    @Nested
    class Authentication extends Suite implements AuthenticationSuite {}

    @Nested
    class ApiKeys extends Suite implements ApiKeySuite {}

    @Nested
    class TokenRevocations extends Suite implements TokenRevocationSuite {}

    @Nested
    class Audit extends Suite implements AuditSuite {}

    @Nested
    class RouteWalk extends Suite implements RouteWalkSuite {}

    @Nested
    class HostileJson extends Suite implements HostileJsonSuite {}

    @Nested
    class Wire extends Suite implements HttpProtocolSuite {}

    @Nested
    class ParallelWriters extends Suite implements ParallelWritersSuite {}

    @Nested
    class Exports extends Suite implements ExportSuite {}

    @Nested
    class Cards extends Suite implements CardSuite {}

    @Nested
    class Idempotency extends Suite implements IdempotencySuite {}

    @Nested
    class Imports extends Suite implements ImportSuite {}

    @Nested
    class ImportJobs extends Suite implements ImportJobSuite {}

    @Nested
    class ImportTables extends Suite implements ImportTableSuite {}

    private DynamicContainer byAMember(String subject, List<Scenario> scenarios) {
        return played(subject, scenarios, () -> api.newcomer());
    }

    private DynamicContainer byAnAdministrator(String subject, List<Scenario> scenarios) {
        return played(subject, scenarios, () -> api.newAdmin());
    }

    private static DynamicContainer played(String subject, List<Scenario> scenarios, Supplier<ApiClient> clients) {
        return dynamicContainer(
                subject,
                scenarios.stream().map(scenario -> dynamicTest(scenario.name(), () -> scenario.play(clients.get()))));
    }

    /** A suite that runs against the one server of this contract. */
    abstract class Suite implements ApiUnderTest {
        @Override
        public RunningApi api() {
            return api;
        }
    }
}
