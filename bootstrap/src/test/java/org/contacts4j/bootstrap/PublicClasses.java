package org.contacts4j.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** The rule about which classes of the adapters may be public. */
final class PublicClasses {

    /** The classes that an embedding application or an operator uses by name. */
    private static final Set<String> ENTRY_POINTS = Set.of(
            ArchitectureTest.IN_MEMORY + ".InMemoryStore",
            ArchitectureTest.JDBI + ".JdbiStore",
            ArchitectureTest.JDBI + ".DatabaseSettings",
            ArchitectureTest.JDBI + ".CannotOpenDatabase",
            ArchitectureTest.HTTP + ".ContactsHttpServer",
            ArchitectureTest.HTTP + ".HttpSettings",
            ArchitectureTest.HTTP + ".TokenKeys",
            ArchitectureTest.HTTP + ".Readiness",
            ArchitectureTest.HTTP + ".PortInUse",
            ArchitectureTest.BOOTSTRAP + ".Main",
            // Logback loads it with ServiceLoader.
            ArchitectureTest.BOOTSTRAP + ".Logging");

    /** Row mappers are named in annotations of statements. JDBI instantiates them, which requires public classes. */
    private static final String ROW_MAPPER = "org.jdbi.v3.core.mapper.RowMapper";

    private PublicClasses() {}

    /** A public member of a class that is not public is not accessible either. */
    static DescribedPredicate<JavaClass> canBeSeenFromOutside() {
        return describe("can be seen from outside", PublicClasses::isVisible);
    }

    private static boolean isVisible(JavaClass one) {
        return one.getModifiers().contains(JavaModifier.PUBLIC)
                && one.getEnclosingClass().map(PublicClasses::isVisible).orElse(true);
    }

    /** Features are packages. Classes that two features share must be public; other classes need not be. */
    static ArchCondition<JavaClass> beAnEntryPointOrUsedByAnotherPackage() {
        return new ArchCondition<>("be an entry point or used by another package") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean entryPoint = ENTRY_POINTS.contains(outermost(one).getName());
                boolean madeByJdbi = one.isAssignableTo(ROW_MAPPER);
                boolean shared = one.getDirectDependenciesToSelf().stream()
                        .anyMatch(
                                user -> !user.getOriginClass().getPackageName().equals(one.getPackageName()));
                events.add(new SimpleConditionEvent(
                        one,
                        entryPoint || madeByJdbi || shared,
                        one.getName() + " need not be public: only its own package uses it"));
            }
        };
    }

    private static JavaClass outermost(JavaClass one) {
        return one.getEnclosingClass().map(PublicClasses::outermost).orElse(one);
    }
}
