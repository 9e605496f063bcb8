package org.contacts4j.contract.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.contacts4j.application.Store;
import org.contacts4j.contract.Parallel;
import org.contacts4j.contract.TestOrganization;
import org.contacts4j.domain.ContactsFailure;
import org.contacts4j.domain.patch.Precondition;
import org.contacts4j.domain.validation.Fault;
import org.contacts4j.domain.view.SavedViews;
import org.contacts4j.domain.view.View;
import org.junit.jupiter.api.Test;

/** Contract tests of an organization's saved views. */
public interface ViewsContract {

    Map<String, Object> QUERY = Map.of(
            "groups",
            List.of(Map.of("conditions", List.of(Map.of("field", "tags", "op", "contains", "value", "ä \"x\" ٣")))));

    /** Returns the store under test. */
    Store store();

    @Test
    default void beginsWithNone() {
        TestOrganization home = TestOrganization.in(store());
        assertThat(views(home)).isEqualTo(SavedViews.NONE);
    }

    @Test
    default void keepsEverythingOfAViewInOrder() {
        TestOrganization home = TestOrganization.in(store());
        Map<String, Object> full = Map.of(
                "id",
                "b",
                "name",
                "Büro",
                "query",
                QUERY,
                "q",
                "ada",
                "columns",
                List.of("name", "custom.x"),
                "sort",
                Map.of("by", List.of("name", 1L), "descending", true));
        SavedViews saved = replace(home, List.of(full, Map.of("name", "A")), Precondition.none());
        assertThat(saved.version()).isEqualTo(1);
        assertThat(saved.views()).extracting(View::name).containsExactly("Büro", "A");
        assertThat(saved.views().get(0))
                .isEqualTo(new View(
                        "b",
                        "Büro",
                        new HashMap<>(QUERY),
                        "ada",
                        List.of("name", "custom.x"),
                        Map.of("by", List.of("name", 1L), "descending", true)));
        assertThat(saved.views().get(1).id()).hasSize(36);
        assertThat(views(home)).isEqualTo(saved);
    }

    @Test
    default void replacesTheWholeListOfOneOrganization() {
        TestOrganization home = TestOrganization.in(store());
        TestOrganization other = TestOrganization.in(store());
        replace(home, List.of(Map.of("name", "A"), Map.of("name", "B")), Precondition.none());
        replace(other, List.of(Map.of("name", "C")), Precondition.none());
        SavedViews emptied = replace(home, List.of(), Precondition.version(1));
        assertThat(emptied).isEqualTo(new SavedViews(List.of(), 2));
        assertThat(views(home)).isEqualTo(emptied);
        assertThat(views(other).views()).extracting(View::name).containsExactly("C");
    }

    @Test
    default void leavesTheVersionOfWhatChangesNothing() {
        TestOrganization home = TestOrganization.in(store());
        List<?> same = List.of(Map.of("id", "a", "name", "A", "query", QUERY));
        replace(home, same, Precondition.version(0));
        assertThat(replace(home, same, Precondition.none()).version()).isEqualTo(1);
    }

    @Test
    default void refusesWhoeverReadAnOlderVersion() {
        TestOrganization home = TestOrganization.in(store());
        replace(home, List.of(Map.of("name", "A")), Precondition.version(0));
        assertThatThrownBy(() -> replace(home, List.of(), Precondition.version(0)))
                .isInstanceOf(ContactsFailure.Stale.class);
        assertThat(views(home).views()).hasSize(1);
    }

    @Test
    default void letsOneOfManyEditorsOfAVersionWin() {
        TestOrganization home = TestOrganization.in(store());
        List<Throwable> lost = Parallel.failuresOf(
                8, i -> replace(home, List.of(Map.of("name", "Editor " + i)), Precondition.version(0)));
        assertThat(lost).hasSize(7).allMatch(ContactsFailure.Stale.class::isInstance);
        assertThat(views(home).version()).isEqualTo(1);
    }

    @Test
    default void refusesAViewWhoseSearchWouldBeRefused() {
        TestOrganization home = TestOrganization.in(store());
        Map<String, Object> wrong = Map.of(
                "groups", List.of(Map.of("conditions", List.of(Map.of("field", "shoes", "op", "eq", "value", "x")))));
        ContactsFailure.InvalidFilter refused = catchThrowableOfType(
                ContactsFailure.InvalidFilter.class,
                () -> replace(
                        home,
                        List.of(Map.of("name", "A", "query", QUERY), Map.of("query", wrong, "q", "x".repeat(501))),
                        Precondition.none()));
        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactly("views[1].query.groups[0].conditions[0].field", "views[1].q", "views[1].name");
        assertThat(views(home)).isEqualTo(SavedViews.NONE);
    }

    @Test
    default void namesWhatElseIsWrong() {
        TestOrganization home = TestOrganization.in(store());
        List<Object> wrong = new ArrayList<>();
        wrong.add(Map.of("id", "a", "name", " "));
        wrong.add(Map.of("id", "a", "name", "x".repeat(256), "columns", "name"));
        wrong.add("view");
        wrong.add(Map.of("id", 7L, "name", "B", "columns", List.of("")));
        ContactsFailure.Invalid refused =
                catchThrowableOfType(ContactsFailure.Invalid.class, () -> replace(home, wrong, Precondition.none()));
        assertThat(refused.faults())
                .extracting(Fault::field)
                .containsExactly(
                        "views[0].name",
                        "views[1].id",
                        "views[1].name",
                        "views[1].columns",
                        "views[2]",
                        "views[3].id",
                        "views[3].columns[0]");
    }

    @Test
    default void boundsTheirNumberAndSize() {
        TestOrganization home = TestOrganization.in(store());
        assertThatThrownBy(() -> replace(home, Collections.nCopies(101, Map.of("name", "A")), Precondition.none()))
                .isInstanceOf(ContactsFailure.Invalid.class);
        List<?> large = Collections.nCopies(30, Map.of("name", "A", "sort", "x".repeat(19_000)));
        assertThatThrownBy(() -> replace(home, large, Precondition.none())).isInstanceOf(ContactsFailure.Invalid.class);
    }

    @Test
    default void areReadByAllAndWrittenByMembersWhoSeeAllContacts() {
        TestOrganization home = TestOrganization.in(store());
        SavedViews saved = replace(home, List.of(Map.of("name", "A")), Precondition.none());
        assertThat(home.contacts4j().views().list(home.viewer())).isEqualTo(saved);
        assertThat(home.contacts4j().views().list(home.restricted("bo"))).isEqualTo(saved);
        assertThatThrownBy(
                        () -> home.contacts4j().views().replace(home.restricted("bo"), List.of(), Precondition.none()))
                .isInstanceOf(ContactsFailure.Forbidden.class)
                .hasMessage("Replacing the saved views changes what all members of the organization share;"
                        + " ask a member who sees all contacts.");
        assertThatThrownBy(() -> home.contacts4j().views().replace(home.viewer(), List.of(), Precondition.none()))
                .isInstanceOf(ContactsFailure.Forbidden.class);
        assertThat(views(home)).isEqualTo(saved);
    }

    private static SavedViews views(TestOrganization home) {
        return home.contacts4j().views().list(home.ada());
    }

    private static SavedViews replace(TestOrganization home, List<?> views, Precondition precondition) {
        return home.contacts4j().views().replace(home.ada(), views, precondition);
    }
}
