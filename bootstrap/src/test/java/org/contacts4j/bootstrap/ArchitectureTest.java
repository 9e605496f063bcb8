package org.contacts4j.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.util.List;
import org.contacts4j.bootstrap.ArchitectureTest.WithoutTests;
import org.jspecify.annotations.NullMarked;

/** The dependency rules of modules and packages that can be checked automatically. */
@AnalyzeClasses(packages = "org.contacts4j", importOptions = WithoutTests.class)
class ArchitectureTest {

    static final String DOMAIN = "org.contacts4j.domain";
    static final String APPLICATION = "org.contacts4j.application";
    static final String JSON = "org.contacts4j.json";
    static final String IN_MEMORY = "org.contacts4j.inmemory";
    static final String FILES = "org.contacts4j.files";
    static final String PHONE = "org.contacts4j.phone";
    static final String JDBI = "org.contacts4j.jdbi";
    static final String IMPORTING = "org.contacts4j.importing";
    static final String EXPORTING = "org.contacts4j.exporting";
    static final String VCARD = "org.contacts4j.vcard";
    static final String WEBHOOKS = "org.contacts4j.webhooks";
    static final String HTTP = "org.contacts4j.http";
    static final String BOOTSTRAP = "org.contacts4j.bootstrap";

    /** All of the project's packages that a rule names. */
    private static final List<String> OURS =
            List.of(DOMAIN, APPLICATION, JSON, IN_MEMORY, FILES, PHONE, JDBI, EXPORTING, VCARD, HTTP, BOOTSTRAP);

    /** The packages that implement the APIs of other products. */
    private static final String[] DIALECTS = {HTTP + ".bottlecrm", HTTP + ".repzo", HTTP + ".spn"};

    /** The package whose classes serve all organizations at once. */
    private static final String TASKS_OF_THE_PROCESS = APPLICATION + ".background";

    /** The packages that dialects may use. */
    private static final String[] SEAM = {HTTP + ".auth", HTTP + ".dialect", HTTP + ".limit", HTTP + ".server"};

    private static final String[] PLAIN_JAVA = {"java..", "javax.crypto..", "org.jspecify.annotations.."};
    private static final String[] SQL = {"org.jdbi..", "java.sql..", "javax.sql.."};
    private static final String[] WEB = {"io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."};
    private static final String LIBPHONENUMBER = "com.google.i18n.phonenumbers..";
    private static final String JACKSON = "com.fasterxml.jackson..";

    /** The JSON of the canonical API, which no dialect derives its own from. */
    private static final String CANONICAL_JSON = JSON + ".canonical";

    @ArchTest
    static final ArchRule theDomainDependsOnNothing = classes()
            .that(are(DOMAIN))
            .should()
            .onlyDependOnClassesThat(are(DOMAIN).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule theApplicationDependsOnTheDomainAlone = classes()
            .that(are(APPLICATION))
            .should()
            .onlyDependOnClassesThat(are(APPLICATION, DOMAIN).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule jsonDependsOnTheDomainAndJackson = classes()
            .that(are(JSON))
            .should()
            .onlyDependOnClassesThat(
                    are(JSON, DOMAIN).or(resideInAPackage(JACKSON)).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule theMemoryStoreDependsOnNoLibrary = classes()
            .that(are(IN_MEMORY))
            .should()
            .onlyDependOnClassesThat(are(IN_MEMORY, APPLICATION, DOMAIN).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule theFilesDependOnNoLibrary = classes()
            .that(are(FILES))
            .should()
            .onlyDependOnClassesThat(are(FILES, APPLICATION, DOMAIN).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule phoneNumbersDependOnTheDomainAndLibphonenumber = classes()
            .that(are(PHONE))
            .should()
            .onlyDependOnClassesThat(
                    are(PHONE, DOMAIN).or(resideInAnyPackage(LIBPHONENUMBER)).or(resideInAnyPackage(PLAIN_JAVA)));

    @ArchTest
    static final ArchRule theLibraryOfPhoneNumbersStaysWithThem =
            noClasses().that(areOutside(PHONE)).should().dependOnClassesThat(resideInAPackage(LIBPHONENUMBER));

    @ArchTest
    static final ArchRule theMemoryStoreKnowsNoOtherAdapter = noClasses()
            .that(are(IN_MEMORY))
            .should()
            .dependOnClassesThat(are(FILES, PHONE, JDBI, IMPORTING, WEBHOOKS, HTTP, BOOTSTRAP));

    @ArchTest
    static final ArchRule theDatabasesKnowNoOtherAdapter = noClasses()
            .that(are(JDBI))
            .should()
            .dependOnClassesThat(are(IN_MEMORY, FILES, PHONE, IMPORTING, WEBHOOKS, HTTP, BOOTSTRAP));

    @ArchTest
    static final ArchRule theHttpApiKnowsNoOtherAdapterThanImportsAndExports = noClasses()
            .that(are(HTTP))
            .should()
            .dependOnClassesThat(are(IN_MEMORY, FILES, PHONE, JDBI, WEBHOOKS, BOOTSTRAP));

    @ArchTest
    static final ArchRule importsKnowNoOtherAdapter = noClasses()
            .that(are(IMPORTING, EXPORTING, VCARD))
            .should()
            .dependOnClassesThat(are(IN_MEMORY, FILES, PHONE, JDBI, WEBHOOKS, HTTP, BOOTSTRAP));

    @ArchTest
    static final ArchRule importsKnowNoExports =
            noClasses().that(are(IMPORTING, VCARD)).should().dependOnClassesThat(are(EXPORTING));

    @ArchTest
    static final ArchRule theLibraryOfVcardsStaysWithFiles = noClasses()
            .that(areOutside(IMPORTING, EXPORTING, VCARD))
            .should()
            .dependOnClassesThat(resideInAPackage("ezvcard.."));

    @ArchTest
    static final ArchRule webhooksKnowNoOtherAdapter = noClasses()
            .that(are(WEBHOOKS))
            .should()
            .dependOnClassesThat(are(IN_MEMORY, FILES, PHONE, JDBI, IMPORTING, HTTP, BOOTSTRAP));

    @ArchTest
    static final ArchRule sqlStaysWithTheDatabases =
            noClasses().that(areOutside(JDBI)).should().dependOnClassesThat(resideInAnyPackage(SQL));

    @ArchTest
    static final ArchRule theWebServerStaysWithTheHttpApi =
            noClasses().that(areOutside(HTTP)).should().dependOnClassesThat(resideInAnyPackage(WEB));

    @ArchTest
    static final ArchRule jacksonStaysWithTheAdaptersThatUseIt = noClasses()
            .that(areOutside(JSON, IMPORTING, HTTP, JDBI))
            .should()
            .dependOnClassesThat(resideInAPackage(JACKSON));

    @ArchTest
    static final ArchRule featuresOfTheDomainFormNoCycle = featuresFormNoCycle(DOMAIN);

    @ArchTest
    static final ArchRule featuresOfTheApplicationFormNoCycle = featuresFormNoCycle(APPLICATION)
            .ignoreDependency(alwaysTrue(), INTERFACES)
            .because("a service may use the ports of every feature: a transaction hands them all out");

    @ArchTest
    static final ArchRule featuresOfTheMemoryStoreFormNoCycle = featuresFormNoCycle(IN_MEMORY);

    @ArchTest
    static final ArchRule featuresOfTheDatabasesFormNoCycle = featuresFormNoCycle(JDBI);

    @ArchTest
    static final ArchRule readersAndWritersOfJsonKnowNoRecords =
            noClasses().that(resideInAPackage(JSON)).should().dependOnClassesThat(are(CANONICAL_JSON));

    @ArchTest
    static final ArchRule featuresOfTheHttpApiFormNoCycle = featuresFormNoCycle(HTTP);

    @ArchTest
    static void dialectsKnowTheSeamAndNothingElseOfTheHttpApi(JavaClasses all) {
        for (String dialect : DIALECTS) {
            assertThat(all.that(are(dialect))).isNotEmpty();
            noClasses()
                    .that(are(dialect))
                    .should()
                    .dependOnClassesThat(
                            are(HTTP, CANONICAL_JSON).and(areOutside(SEAM)).and(areOutside(dialect)))
                    .check(all);
        }
    }

    @ArchTest
    static final ArchRule timeAndRandomnessComeInThroughPorts = noClasses()
            .that(are(DOMAIN, APPLICATION))
            .and()
            .doNotHaveSimpleName("Contacts4JBuilder")
            .should()
            .accessTargetWhere(Calls.askTheMachineForTimeOrRandomness())
            .because("the builder alone supplies the system's clock and randomness, by default");

    @ArchTest
    static final ArchRule servicesAreFinal = classes()
            .that(are(APPLICATION))
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotAnonymousClasses()
            .should()
            .haveModifier(FINAL);

    @ArchTest
    static final ArchRule portsAndServicesAreToldWhoIsAsking = methods()
            .that()
            .areDeclaredInClassesThat(arePortsOrServices())
            .and()
            .arePublic()
            .and()
            .areNotStatic()
            .should(Calls.takeTheOrganizationFirst());

    @ArchTest
    static final ArchRule adaptersShowNothingThatNobodyElseUses = classes()
            .that(are(JSON, IN_MEMORY, FILES, JDBI, IMPORTING, EXPORTING, VCARD, WEBHOOKS, HTTP, BOOTSTRAP))
            .and(PublicClasses.canBeSeenFromOutside())
            .should(PublicClasses.beAnEntryPointOrUsedByAnotherPackage());

    @ArchTest
    static final ArchRule namesSayTheJob = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|UseCase|Port)")
            .orShould()
            .haveSimpleNameStartingWith("Abstract");

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        assertThat(all.getPackage("org.contacts4j").getSubpackagesInTree())
                .filteredOn(javaPackage -> !javaPackage.getClasses().isEmpty())
                .isNotEmpty()
                .allMatch(javaPackage -> javaPackage.isAnnotatedWith(NullMarked.class));
    }

    /**
     * Rules about a package that does not exist pass silently. Every package named in a rule must therefore contain
     * classes.
     */
    @ArchTest
    static void everyPackageThatARuleNamesHoldsClasses(JavaClasses all) {
        assertThat(OURS).allSatisfy(ours -> assertThat(all.that(are(ours))).isNotEmpty());
    }

    @ArchTest
    static void everyLibraryThatARuleNamesIsUsedWhereItMayBe(JavaClasses all) {
        assertThat(List.of(SQL)).allSatisfy(library -> assertUsed(all, JDBI, library));
        assertThat(List.of(WEB)).allSatisfy(library -> assertUsed(all, HTTP, library));
        assertThat(List.of(JSON, IMPORTING, HTTP, JDBI)).allSatisfy(ours -> assertUsed(all, ours, JACKSON));
    }

    /** An import option that excludes test classes, both from class folders and from test jars. */
    static final class WithoutTests implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/") && !location.contains("-tests.jar");
        }
    }

    private static void assertUsed(JavaClasses all, String ours, String library) {
        assertThat(all.that(are(ours)))
                .anyMatch(one -> one.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> resideInAPackage(library).test(dependency.getTargetClass())));
    }

    private static SliceRule featuresFormNoCycle(String module) {
        return slices().matching(module + ".(*)..").should().beFreeOfCycles();
    }

    private static DescribedPredicate<JavaClass> arePortsOrServices() {
        return describe(
                "ports or services",
                one -> resideInAPackage(APPLICATION + ".*").test(one)
                        && !resideInAPackage(TASKS_OF_THE_PROCESS).test(one)
                        && one.getModifiers().contains(PUBLIC)
                        && !one.isRecord()
                        && !one.isEnum()
                        && !one.getSimpleName().endsWith("Builder"));
    }

    private static DescribedPredicate<JavaClass> are(String... modules) {
        return resideInAnyPackage(patterns(modules));
    }

    private static DescribedPredicate<JavaClass> areOutside(String... modules) {
        return DescribedPredicate.not(are(modules));
    }

    private static String[] patterns(String... modules) {
        return List.of(modules).stream().map(module -> module + "..").toArray(String[]::new);
    }
}
