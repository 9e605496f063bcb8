package org.contacts4j.bootstrap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.contacts4j.domain.id.OrganizationId;
import org.contacts4j.domain.organization.Caller;

/** The architecture rules about methods and calls. */
final class Calls {

    private static final Set<String> SYSTEM_TIME = Set.of("currentTimeMillis", "nanoTime");

    private Calls() {}

    /** Matches {@code Instant.now()}, {@code UUID::randomUUID}, {@code new Random()} and similar calls. */
    static DescribedPredicate<JavaAccess<?>> askTheMachineForTimeOrRandomness() {
        return describe(
                "ask the machine for time or randomness", access -> asksForTime(access) || asksForRandomness(access));
    }

    private static boolean asksForTime(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return (owner.getPackageName().startsWith("java.time")
                        && access.getName().equals("now")
                        && !takesAClock(access))
                || (owner.isEquivalentTo(Clock.class) && access.getName().startsWith("system"))
                || (owner.isEquivalentTo(System.class) && SYSTEM_TIME.contains(access.getName()));
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean asksForRandomness(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isAssignableTo(Random.class)
                || (owner.isEquivalentTo(UUID.class) && access.getName().equals("randomUUID"))
                || (owner.isEquivalentTo(Math.class) && access.getName().equals("random"));
    }

    static ArchCondition<JavaMethod> takeTheOrganizationFirst() {
        return new ArchCondition<>("take a Caller or an OrganizationId first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<JavaClass> parameters = method.getRawParameterTypes();
                boolean told = !parameters.isEmpty()
                        && (parameters.get(0).isEquivalentTo(Caller.class)
                                || parameters.get(0).isEquivalentTo(OrganizationId.class));
                events.add(new SimpleConditionEvent(method, told, method.getFullName()));
            }
        };
    }
}
